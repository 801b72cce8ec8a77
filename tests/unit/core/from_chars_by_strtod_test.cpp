// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/core/from_chars.hpp>
#include <pgmodel/core/from_chars_by_strtod.hpp>

#include <gtest/gtest.h>

#include <charconv>
#include <cstdint>
#include <cstring>
#include <random>
#include <string>
#include <string_view>

namespace {

using pgmodel::detail::from_chars;
using pgmodel::detail::from_chars_by_strtod;

/// What both make of a text is the same to the bit, and where they stop, too.
template <class T>
void expect_same(const std::string& text) {
    T expected = 42, found = 42;
    const char* const begin = text.data();
    const char* const end = begin + text.size();
    const auto theirs = from_chars(begin, end, expected);
    const auto ours = from_chars_by_strtod(begin, end, found);
    EXPECT_EQ(ours.ec, theirs.ec) << text;
    EXPECT_EQ(ours.ptr - begin, theirs.ptr - begin) << text;
    EXPECT_EQ(std::memcmp(&found, &expected, sizeof(T)), 0) << text << ": " << found << " and " << expected;
}

void expect_same_numbers(const std::string& text) {
    expect_same<float>(text);
    expect_same<double>(text);
}

TEST(from_chars_by_strtod, reads_what_from_chars_reads) {
    for (const char* text :
         {"0", "-0", "1", "-1.5", "1.", ".5", "-.5", "1e5", "1E+5", "1e-5", "1e", "1e+", "1e+x", "1.e3", ".e3", ".", "-", "",
          "+1", " 1", "1 ", "1,5", "1_000", "0x10", "1e400", "-1e400", "1e-400", "-1e-400", "5e-324", "2e-324", "1e-46",
          "1.7976931348623157e308", "1.7976931348623159e308", "2.2250738585072014e-308", "3.5e38", "1e-45", "0e999", "0.000e-999",
          "inf", "-inf", "INF", "infinity", "-Infinity", "infinit", "infinityx", "nan", "NaN", "-nan", "in", "na", "--1",
          "9007199254740993", "123456789012345678901234567890", "0.1e1e1", "1-", "00012"})
        expect_same_numbers(text);
    EXPECT_EQ(pgmodel::detail::number_length("12.5e3abc"), 6u);
}

TEST(from_chars_by_strtod, reads_every_number_to_the_bit) {
    std::mt19937_64 random{20261126};
    constexpr std::string_view characters = "0123456789.-eE";
    for (int i = 0; i < 20'000; ++i) {
        std::uint64_t bits = random();
        double value{};
        std::memcpy(&value, &bits, sizeof value);
        if (value - value == 0) {
            char buffer[64];
            expect_same_numbers({buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr});
        }
        std::string text;
        for (auto length = random() % 12; length > 0; --length) text += characters[random() % characters.size()];
        expect_same_numbers(text);
    }
}

}  // namespace
