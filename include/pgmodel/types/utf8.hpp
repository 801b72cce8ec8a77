// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Text as PostgreSQL stores it: valid UTF-8 without NUL.
#pragma once

#include <pgmodel/core/error.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace pgmodel::detail {

/// The number of bytes of the well-formed UTF-8 sequence at `at`; 0 if there is none (also for overlong forms,
/// surrogates and what lies beyond U+10FFFF).
constexpr std::size_t utf8_sequence(const char* at, const char* end) {
    const auto byte = [&](std::ptrdiff_t i) { return static_cast<unsigned char>(at[i]); };
    const auto follows = [&](std::ptrdiff_t i, unsigned low = 0x80, unsigned high = 0xBF) {
        return end - at > i && byte(i) >= low && byte(i) <= high;
    };
    const unsigned first = byte(0);
    if (first < 0x80) return 1;
    if (first < 0xC2 || first > 0xF4) return 0;
    if (first < 0xE0) return follows(1) ? 2 : 0;
    if (first < 0xF0)
        return follows(1, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF) && follows(2) ? 3 : 0;
    return follows(1, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF) && follows(2) && follows(3) ? 4 : 0;
}

[[noreturn, gnu::cold, gnu::noinline]] inline void fail_text(bool nul) {
    throw encode_error{nul ? "pgmodel: text holds a NUL byte" : "pgmodel: text is not valid UTF-8"};
}

/// Throws `encode_error` for text that PostgreSQL would refuse, or that a C string would cut short.
inline void check_text(std::string_view text) {
    const char* at = text.data();
    const char* const end = at + text.size();
    constexpr std::uint64_t ones = 0x0101010101010101, highs = 0x8080808080808080;
    while (at != end) {
        if (end - at >= 8) {
            std::uint64_t word;
            std::memcpy(&word, at, 8);
            // Eight bytes of ASCII without NUL: no byte has its high bit, and no byte borrows when 1 is taken away.
            if (((word | (word - ones)) & highs) == 0) [[likely]] {
                at += 8;
                continue;
            }
        }
        const std::size_t length = utf8_sequence(at, end);
        if (length == 0 || *at == 0) [[unlikely]] fail_text(length != 0);
        at += length;
    }
}

/// The number of characters of valid UTF-8.
constexpr std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for (char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return count;
}

}  // namespace pgmodel::detail
