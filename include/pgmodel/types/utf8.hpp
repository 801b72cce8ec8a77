// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Text as PostgreSQL stores it: valid UTF-8 without NUL.
#pragma once

#include <pgmodel/core/error.hpp>

#include <bit>
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

/// How many bytes at the beginning of a block are plain, that is ASCII but not NUL: no more than there are, and all of
/// them if all are.
#ifdef __SSE2__
inline constexpr std::size_t text_block = 32;
inline std::size_t plain_bytes(const char* at) {
    typedef signed char signed_bytes __attribute__((vector_size(16)));
    typedef char bytes __attribute__((vector_size(16)));
    signed_bytes low, high;
    std::memcpy(&low, at, sizeof low);
    std::memcpy(&high, at + sizeof low, sizeof high);
    const auto is_plain = [](signed_bytes block) {
        return static_cast<unsigned>(__builtin_ia32_pmovmskb128(reinterpret_cast<bytes>(block > 0)));
    };
    return static_cast<std::size_t>(std::countr_one(is_plain(low) | is_plain(high) << 16));
}
#else
inline constexpr std::size_t text_block = 8;
#endif

/// Is any byte not plain? A byte of ASCII has no high bit, and if it is not NUL it borrows nothing when 1 is taken away.
template <class Block>
inline bool any_special(const char* at, const char* other) {
    Block first, second;
    std::memcpy(&first, at, sizeof first);
    std::memcpy(&second, other, sizeof second);
    constexpr auto each = static_cast<Block>(0x0101010101010101);
    return (((first | (first - each)) | (second | (second - each))) & static_cast<Block>(each << 7)) != 0;
}
#ifndef __SSE2__
inline std::size_t plain_bytes(const char* at) { return any_special<std::uint64_t>(at, at) ? 0 : text_block; }
#endif

/// The end of the sequence at `at`, of which there must be one.
[[gnu::noinline]] inline const char* check_sequence(const char* at, const char* end) {
    const std::size_t length = utf8_sequence(at, end);
    if (length == 0 || *at == 0) [[unlikely]] fail_text(length != 0);
    return at + length;
}

/// Throws `encode_error` for text that PostgreSQL would refuse, or that a C string would cut short.
inline void check_text(std::string_view text) {
    const char* at = text.data();
    const char* const end = at + text.size();
    while (static_cast<std::size_t>(end - at) >= text_block) {
        const std::size_t plain = plain_bytes(at);
        at += plain;
        if (plain == text_block) [[likely]] continue;
        // Most others are letters of two bytes: the first from C2 to DF, the second from 80 to BF.
        const auto two = [&] { return static_cast<unsigned char>(*at - 0xC2) < 0x1E && static_cast<signed char>(at[1]) < -0x40; };
        do at = end - at >= 2 && two() ? at + 2 : check_sequence(at, end);
        while (at != end && static_cast<signed char>(*at) < 0);
    }
    // The rest is looked at in parts that overlap.
    const auto left = static_cast<std::size_t>(end - at);
    if (left >= 16) {
        if (!any_special<std::uint64_t>(at, at + 8) && !any_special<std::uint64_t>(end - 16, end - 8)) return;
    } else if (left >= 8) {
        if (!any_special<std::uint64_t>(at, end - 8)) return;
    } else if (left >= 4) {
        if (!any_special<std::uint32_t>(at, end - 4)) return;
    }
    while (at != end) at = static_cast<signed char>(*at) > 0 ? at + 1 : check_sequence(at, end);
}

/// The number of characters of valid UTF-8.
constexpr std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for (char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return count;
}

}  // namespace pgmodel::detail
