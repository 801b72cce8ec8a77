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

#ifdef __SSE2__
typedef signed char text_lane __attribute__((vector_size(16)));

inline text_lane lane_at(const char* at) {
    text_lane lane;
    __builtin_memcpy(&lane, at, sizeof lane);
    return lane;
}
/// A bit for each byte of which this is true.
inline std::uint32_t lane_bits(text_lane is) {
    typedef char bytes __attribute__((vector_size(16)));
    return static_cast<std::uint32_t>(__builtin_ia32_pmovmskb128(reinterpret_cast<bytes>(is)));
}
inline bool are_plain(const char* at, const char* other) {
    return lane_bits((lane_at(at) > 0) & (lane_at(other) > 0)) == 0xFFFF;
}
#endif

/// A text of at least 32 bytes (16 without vectors) from where its first special byte is near.
void check_special(const char* at, const char* end);
/// Less than 32 bytes, the last ones of a text of at least 16.
void check_last(const char* at, const char* end);
void check_few(const char* at, const char* end);

/// Throws `encode_error` for text that PostgreSQL would refuse, or that a C string would cut short. What calls others
/// is apart, so that plain text saves no registers.
inline void check_text(std::string_view text) {
    const char* at = text.data();
    const char* const end = at + text.size();
#ifdef __SSE2__
    if (text.size() >= 32) {
        const char* const last = end - 32;
        do {
            if (!are_plain(at, at + 16)) [[unlikely]]
                return check_special(at, end);
            at += 32;
        } while (at <= last);
        // The rest with what is before it.
        if (at != end && !are_plain(last, last + 16)) [[unlikely]]
            check_last(at, end);
        return;
    }
    if (text.size() >= 16) {
        if (!are_plain(at, end - 16)) [[unlikely]]
            check_last(at, end);
        return;
    }
#else
    if (text.size() >= 16) return check_special(at, end);
#endif
    if (text.size() >= 8) {
        if (special_bits<std::uint64_t>(at, end - 8)) check_few(at, end);
    } else if (text.size() >= 4) {
        if (special_bits<std::uint32_t>(at, end - 4)) check_few(at, end);
    } else if (at != end) {
        const auto plain = [](char c) { return static_cast<signed char>(c) > 0; };
        if (!plain(*at) || !plain(at[text.size() / 2]) || !plain(end[-1])) check_few(at, end);
    }
}

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
