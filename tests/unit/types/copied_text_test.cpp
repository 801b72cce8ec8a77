// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Text that is looked at while it is copied: what it is and what is refused is the same as of text that is only looked at.

#include <pgmodel/types/copied_text.hpp>

#include <pgmodel/core/error.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace std::string_literals;

/// Empty, or what check_text() says. Both memories end with the text, for the sanitizer.
std::string refusal(std::string_view text) {
    try {
        pgmodel::detail::check_text(text);
    } catch (const pgmodel::encode_error& e) {
        return e.what();
    }
    return "";
}
std::string refusal_of_copy(std::string_view text) {
    const std::vector<char> exact(text.begin(), text.end());
    std::vector<char> to(text.size());
    try {
        pgmodel::detail::copy_text(to.data(), {exact.data(), exact.size()});
    } catch (const pgmodel::encode_error& e) {
        return e.what();
    }
    EXPECT_EQ(to, exact);
    return "";
}

TEST(copied_text, is_the_text_at_every_length) {
    for (const auto& letter : {"a"s, "\xc3\xa9"s, "\xe6\x97\xa5"s, "\xf0\x9f\x98\x80"s})
        for (std::size_t count = 0; count < 300; ++count) {
            std::string text;
            for (std::size_t i = 0; i < count; ++i) text += letter;
            EXPECT_EQ(refusal_of_copy(text), "");
            EXPECT_EQ(refusal_of_copy("z" + text), "");
        }
}

// Each pair of bytes that may not be, at each place of each length at which something else is done.
TEST(copied_text, faults_are_found_wherever_they_are) {
    const std::string faults[]{"\x80"s,     "\xbf"s,         "\xc0\x80"s,         "\xc1\xbf"s,         "\xc3"s,
                               "\xc3\xc3"s, "\xdf\xc0"s,     "\xe0\x9f\xbf"s,     "\xed\xa0\x80"s,     "\xe2\x82"s,
                               "\xff"s,     "\xc2\xc0\x80"s, "\xf4\x90\x80\x80"s, "\xf0\x8f\xbf\xbf"s, "\0"s};
    for (const std::size_t size : {0u, 1u, 3u, 4u, 7u, 8u, 9u, 15u, 16u, 17u, 31u, 32u, 33u, 34u, 63u, 64u, 65u, 66u, 96u, 97u, 129u, 130u})
        for (std::size_t place = 0; place <= size; ++place)
            for (const char* const around : {"a", "\xc2\x80"}) {
                const auto some = [&](std::size_t bytes) {
                    std::string text;
                    while (text.size() + std::string_view(around).size() <= bytes) text += around;
                    return text + std::string(bytes - text.size(), 'z');
                };
                for (const auto& fault : faults) {
                    const auto text = some(place) + fault + some(size - place);
                    EXPECT_NE(refusal_of_copy(text), "");
                    EXPECT_EQ(refusal_of_copy(text), refusal(text));
                }
            }
}

TEST(copied_text, is_looked_at_as_if_it_were_not_copied) {
    const std::string parts[]{"a", "0123456789", "\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xee\x80\x80", "\xf0\x90\x80\x80"};
    std::mt19937 random(20261128);
    const auto below = [&random](std::size_t limit) { return random() % limit; };
    for (int number = 0; number < 200'000; ++number) {
        std::string text;
        const std::size_t kinds = 1 + below(std::size(parts));
        for (std::size_t i = below(number % 16 == 0 ? 200 : 20); i > 0; --i) text += parts[below(kinds)];
        for (std::size_t i = below(3); i > 0 && !text.empty(); --i) text[below(text.size())] = static_cast<char>(below(256));
        if (below(8) == 0 && !text.empty()) text.resize(below(text.size()));
        ASSERT_EQ(refusal_of_copy(text), refusal(text)) << testing::PrintToString(text);
    }
}

}  // namespace
