// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/types/text.hpp>
#include <pgmodel/types/bytes.hpp>
#include <pgmodel/types/fixed_char.hpp>
#include <pgmodel/types/varchar.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "round_trip.hpp"

namespace {

using namespace pgmodel_test;
using namespace std::string_literals;
using pgmodel::codec;
using pgmodel::varchar;

constexpr auto no_nul = "pgmodel: text holds a NUL byte";
constexpr auto no_utf8 = "pgmodel: text is not valid UTF-8";

TEST(text, travels_unchanged) {
    for (const auto& value : {""s, "a"s, "12345678"s, "h\xc3\xa9llo"s, "\xf0\x9f\x98\x80"s, std::string(1000, 'x'),
                              "\x01\x7f"s, "\xef\xbf\xbf"s, "\xf4\x8f\xbf\xbf"s, "\xed\x9f\xbf"s}) {
        EXPECT_EQ(encoded(value), value);
        EXPECT_EQ(round_trip(value), value);
        EXPECT_EQ(codec<std::string>::text(value), value);
    }
}

TEST(text, is_sent_from_where_it_is) {
    const std::string value = "no copy of this";
    EXPECT_EQ(codec<std::string>::view(value).data(), value.data());
    EXPECT_EQ(codec<std::string_view>::view(value).data(), value.data());
    EXPECT_EQ(codec<const char*>::view(value.c_str()).data(), value.data());
}

// Each fault at each place of blocks of 8 and 32 bytes, in front of them and behind; what is around it is ASCII or not.
TEST(text, faults_are_found_wherever_they_are) {
    const std::string faults[]{"\x80"s,         "\xbf"s,         "\xc0\x80"s,         "\xc1\xbf"s,
                               "\xc3"s,         "\xe0\x9f\xbf"s, "\xe2\x82"s,         "\xed\xa0\x80"s,
                               "\xf0\x8f\xbf\xbf"s, "\xf4\x90\x80\x80"s, "\xf5\x80\x80\x80"s, "\xff"s,
                               "\xf0\x9f\x98"s, "\xe2\x28\xa1"s, "\xfe"s};
    for (std::size_t before = 0; before < 80; ++before)
        for (std::size_t after = 0; after < 80; ++after) {
            std::string start(before % 40, 'a'), end(after % 40, 'b');
            if (before >= 40) start += "\xc3\xa9";
            if (after >= 40) end = "\xe2\x82\xac" + end;
            for (const auto& fault : faults) EXPECT_EQ(encode_failure(start + fault + end), no_utf8);
            EXPECT_EQ(encode_failure(start + "\0"s + end), no_nul);
            EXPECT_EQ(encode_failure(start + "\xc3\xa9"s + end), "");
            EXPECT_EQ(encode_failure(start + "\x01"s + end), "");
        }
}

// What is found at once where a block of 32 bytes has one such letter, or some: at each place, also across two blocks.
TEST(text, letters_of_two_bytes_are_checked_wherever_they_are) {
    for (const std::size_t size : {31u, 32u, 33u, 48u, 63u, 64u, 65u, 66u, 97u})
        for (std::size_t place = 0; place + 2 <= size; ++place) {
            std::string text(size, 'a');
            text.replace(place, 2, "\xc2\x80");
            EXPECT_EQ(encode_failure(text), "");
            EXPECT_EQ(encode_failure(text + "\xdf\xbf"), "");
            for (const char* const fault : {"\xc1\xbf", "\xc3z", "\xc3\xc3", "\xdf\xc0", "\xe0\xa0", "z\x80", "\x80\xc3"}) {
                text.replace(place, 2, fault);
                EXPECT_EQ(encode_failure(text), no_utf8);
                EXPECT_EQ(encode_failure(text + "\xdf\xbf"), no_utf8);
            }
            text.replace(place, 2, "\xc3\0"s);
            EXPECT_EQ(encode_failure(text), no_utf8);
            text.replace(place, 2, "\0z"s);
            EXPECT_EQ(encode_failure(text), no_nul);
        }
}

// Sequences of every length and the edges of what may be, in any mix, some broken: found as one sequence after the other
// finds it.
TEST(text, is_checked_in_blocks_as_it_is_by_sequences) {
    const std::string parts[]{"a",
                              "0123456789",
                              std::string(32, 'z'),
                              "\xc2\x80",
                              "\xdf\xbf",
                              "\xe0\xa0\x80",
                              "\xed\x9f\xbf",
                              "\xee\x80\x80",
                              "\xe6\x97\xa5\xe6\x9c\xac",
                              "\xf0\x90\x80\x80",
                              "\xf4\x8f\xbf\xbf"};
    const auto expected = [](std::string_view text) {
        const char* at = text.data();
        const char* const end = at + text.size();
        while (at != end) {
            const std::size_t length = pgmodel::detail::utf8_sequence(at, end);
            if (length == 0) return no_utf8;
            if (*at == 0) return no_nul;
            at += length;
        }
        return "";
    };
    std::mt19937 random(20261127);
    const auto below = [&random](std::size_t limit) { return random() % limit; };
    for (int number = 0; number < 200'000; ++number) {
        std::string text;
        const std::size_t kinds = 1 + below(std::size(parts));
        // Beyond 1024 bytes they are checked in several steps.
        for (std::size_t i = below(number % 16 == 0 ? 200 : 20); i > 0; --i) text += parts[below(kinds) + below(std::size(parts) + 1 - kinds)];
        for (std::size_t i = below(3); i > 0 && !text.empty(); --i)
            text[below(text.size())] = static_cast<char>(below(256));
        if (below(8) == 0 && !text.empty()) text.resize(below(text.size()));
        // Memory that ends with the text, for the sanitizer.
        const std::vector<char> exact(text.begin(), text.end());
        ASSERT_EQ(encode_failure(std::string_view(exact.data(), exact.size())), expected(text)) << testing::PrintToString(exact);
    }
}

TEST(text, is_not_read_beyond_its_end) {
    const std::string whole = "\xf0\x9f\x98\x80";
    for (std::size_t size = 1; size < whole.size(); ++size) {
        // Memory that ends with the text, for the sanitizer; and text that goes on behind the view.
        const std::vector<char> exact(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
        EXPECT_EQ(encode_failure(std::string_view(exact.data(), size)), no_utf8);
        EXPECT_EQ(encode_failure(std::string_view(whole).substr(0, size)), no_utf8);
    }
    for (std::size_t size = 1; size < 100; ++size) {
        std::vector<char> exact(size, 'a');
        EXPECT_EQ(encode_failure(std::string_view(exact.data(), size)), "");
        exact.back() = '\xc3';
        EXPECT_EQ(encode_failure(std::string_view(exact.data(), size)), no_utf8);
        if (size < 2) continue;
        exact[size - 2] = '\xc3';
        exact.back() = '\x80';
        EXPECT_EQ(encode_failure(std::string_view(exact.data(), size)), "");
    }
}

TEST(text, views_and_c_strings_are_parameters) {
    EXPECT_EQ(encoded(std::string_view("abc")), "abc");
    EXPECT_EQ(encoded<const char*>("abc"), "abc");
    EXPECT_EQ(encode_failure<const char*>("\xff"), no_utf8);
    EXPECT_EQ(encode_failure(std::string_view("a\0b", 3)), no_nul);
    const char* null = nullptr;
    EXPECT_EQ(encode_failure(null), "pgmodel: a null pointer is not text");
    static_assert(codec<const char*>::type.id == 25 && codec<std::string_view>::type.id == 25);
}

static_assert(codec<std::string>::accepts(1043) && codec<std::string>::accepts(1042) &&
              codec<std::string>::accepts(19));
static_assert(!codec<std::string>::accepts(17) && !codec<std::string>::accepts(3802));

// ---- varchar

static_assert(codec<varchar<200>>::type.name == "character varying");
static_assert(codec<varchar<200>>::declared == "character varying(200)");
static_assert(codec<varchar<7>>::declared == "character varying(7)");
static_assert(codec<varchar<10485760>>::declared == "character varying(10485760)");
static_assert(!has_declared<varchar<>>);
static_assert(std::is_convertible_v<const char*, varchar<3>> && std::is_convertible_v<std::string, varchar<3>> &&
              std::is_convertible_v<std::string_view, varchar<3>> &&
              !std::is_constructible_v<varchar<3>, std::nullptr_t>);

TEST(varchar, counts_characters_when_it_is_sent) {
    EXPECT_EQ(encode_failure(varchar<3>{"abc"}), "");
    EXPECT_EQ(encode_failure(varchar<3>{"\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80"}), "");
    EXPECT_EQ(encode_failure(varchar<3>{"abcd"}), "pgmodel: text is too long for character varying(3)");
    EXPECT_EQ(encode_failure(varchar<3>{"ab\xc3\xa9\xc3\xa9"}), "pgmodel: text is too long for character varying(3)");
    EXPECT_EQ(encode_failure(varchar<3>{"abc "}), "pgmodel: text is too long for character varying(3)");
    EXPECT_EQ(encode_failure(varchar<3>{"a\xff"}), no_utf8);
    EXPECT_EQ(encode_failure(varchar<>{"a\xff"}), no_utf8);
    EXPECT_EQ(encode_failure(varchar<>{std::string(10000, 'x')}), "");
    EXPECT_EQ(decode<varchar<3>>("longer"), "longer");
}

TEST(varchar, is_a_string) {
    EXPECT_TRUE(varchar<3>{} == "" && varchar<3>{}.empty());
    varchar<5> value = "abc";
    EXPECT_EQ(round_trip(value), value);
    const std::string& text = value;
    EXPECT_EQ(&text, &value.str());
    const std::string_view view = value;
    EXPECT_EQ(view.data(), text.data());
    value = "abd";
    value = std::string("abd");
    EXPECT_TRUE(value == "abd" && "abd" == value && value == "abd"s && value == std::string_view("abd"));
    EXPECT_TRUE(value != "abc" && value > "abc" && "abc" < value && value < varchar<5>{"b"});
    EXPECT_EQ(std::move(value).str(), "abd");
}

// ---- fixed_char

using pgmodel::fixed_char;

static_assert(codec<fixed_char<3>>::type.id == 1042 && codec<fixed_char<3>>::declared == "character(3)");
static_assert(codec<fixed_char<>>::declared == "character(1)" && codec<fixed_char<>>::accepts(25));
static_assert(std::is_convertible_v<const char*, fixed_char<3>> &&
              !std::is_constructible_v<fixed_char<3>, std::nullptr_t>);

TEST(fixed_char, blanks_at_the_end_say_nothing) {
    const fixed_char<4> value = "ab  ";
    EXPECT_EQ(value.str(), "ab");
    EXPECT_EQ(value.padded(), "ab  ");
    EXPECT_EQ(fixed_char<4>{"\xc3\xa9"}.padded(), "\xc3\xa9   ");
    EXPECT_EQ(fixed_char<4>{"abcdef"}.padded(), "abcdef");
    EXPECT_TRUE(value == "ab" && value == "ab      " && "ab" == value && value != " ab" && value != "ab\t");
    EXPECT_TRUE(value < "abc" && value < "b   " && fixed_char<4>{"    "} == "" && fixed_char<4>{" "}.empty());
    EXPECT_EQ(value, decode<fixed_char<4>>("ab  "));
    EXPECT_EQ(encoded(value), "ab");
    EXPECT_EQ(std::hash<fixed_char<4>>{}(value), std::hash<fixed_char<4>>{}("ab"));
    EXPECT_NE(std::hash<fixed_char<4>>{}(value), std::hash<fixed_char<4>>{}("a"));
}

TEST(fixed_char, counts_characters_when_it_is_sent) {
    EXPECT_EQ(encode_failure(fixed_char<3>{"\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80"}), "");
    EXPECT_EQ(encode_failure(fixed_char<3>{"abc     "}), "");
    EXPECT_EQ(encode_failure(fixed_char<3>{"abcd"}), "pgmodel: text is too long for character(3)");
    EXPECT_EQ(encode_failure(fixed_char<3>{"a\xff"}), no_utf8);
    EXPECT_EQ(encode_failure(fixed_char<3>{"a\0"s}), no_nul);
    EXPECT_EQ(decode<fixed_char<3>>("longer"), "longer");
}

// ---- bytes

TEST(bytes, travel_unchanged) {
    pgmodel::bytes all;
    for (int i = 0; i < 256; ++i) all.push_back(static_cast<std::byte>(i));
    EXPECT_EQ(round_trip(all), all);
    EXPECT_EQ(round_trip(pgmodel::bytes{}), pgmodel::bytes{});
    EXPECT_EQ(codec<pgmodel::bytes>::text({std::byte{0}, std::byte{0xa9}}), "\\x00a9");
    EXPECT_EQ(static_cast<const void*>(codec<pgmodel::bytes>::view(all).data()), all.data());
}

}  // namespace
