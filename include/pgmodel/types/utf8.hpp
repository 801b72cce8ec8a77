// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Text as PostgreSQL stores it: valid UTF-8 without NUL.
#pragma once

#include <pgmodel/core/when_used.hpp>

#include <cstddef>
#include <cstdint>
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
    if (first < 0xF0) return follows(1, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF) && follows(2) ? 3 : 0;
    return follows(1, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF) && follows(2) && follows(3) ? 4 : 0;
}

/// Not 0 if any byte of the block is not plain, that is NUL or beyond ASCII. A byte of ASCII has no high bit, and if it
/// is not NUL it borrows nothing when 1 is taken away.
template <class Block>
constexpr Block special_bits(Block bytes) {
    constexpr auto each = static_cast<Block>(0x0101010101010101);
    return (bytes | (bytes - each)) & static_cast<Block>(each << 7);
}
template <class Block>
Block special_bits(const char* at, const char* other) {
    Block first, second;
    __builtin_memcpy(&first, at, sizeof first);
    __builtin_memcpy(&second, other, sizeof second);
    return special_bits(first) | special_bits(second);
}

/// Throws `encode_error` for text that PostgreSQL would refuse, or that a C string would cut short. One function for
/// all texts of a statement: what each value would have inlined is not in a processor's caches when a server has
/// answered.
void check_text(std::string_view text);

/// The number of characters of valid UTF-8.
constexpr std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for (char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return count;
}

}  // namespace pgmodel::detail

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/types/impl/utf8.ipp>
#endif
