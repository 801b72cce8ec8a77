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
inline constexpr std::size_t text_block = 16;
inline std::size_t plain_bytes(const char* at) {
    typedef signed char signed_bytes __attribute__((vector_size(16)));
    typedef char bytes __attribute__((vector_size(16)));
    signed_bytes block;
    std::memcpy(&block, at, sizeof block);
    return static_cast<std::size_t>(
        std::countr_one(static_cast<unsigned>(__builtin_ia32_pmovmskb128(reinterpret_cast<bytes>(block > 0)))));
}
#else
inline constexpr std::size_t text_block = 8;
inline std::size_t plain_bytes(const char* at) {
    std::uint64_t block;
    std::memcpy(&block, at, sizeof block);
    // A byte of ASCII has no high bit, and if it is not NUL it borrows nothing when 1 is taken away.
    const auto others = (block | (block - 0x0101010101010101)) & 0x8080808080808080;
    if (others == 0) return text_block;
    return std::endian::native == std::endian::little ? static_cast<std::size_t>(std::countr_zero(others)) / 8 : 0;
}
#endif

/// The end of the sequences of more than one byte at `at`, of which there must be one, or one byte on.
inline const char* check_sequences(const char* at, const char* end) {
    do {
        const std::size_t length = utf8_sequence(at, end);
        if (length == 0 || *at == 0) [[unlikely]] fail_text(length != 0);
        at += length;
    } while (at != end && static_cast<unsigned char>(*at) >= 0x80);
    return at;
}

/// Throws `encode_error` for text that PostgreSQL would refuse, or that a C string would cut short.
inline void check_text(std::string_view text) {
    const char* at = text.data();
    const char* const end = at + text.size();
    while (static_cast<std::size_t>(end - at) >= text_block) {
        const std::size_t plain = plain_bytes(at);
        at += plain;
        if (plain < text_block) at = check_sequences(at, end);
    }
    if (at != end && text.size() >= text_block && plain_bytes(end - text_block) == text_block) return;
    while (at != end)
        if (static_cast<unsigned char>(*at - 1) < 0x7F) ++at;
        else at = check_sequences(at, end);
}

/// The number of characters of valid UTF-8.
constexpr std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for (char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return count;
}

}  // namespace pgmodel::detail
