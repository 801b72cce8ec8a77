// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/types/utf8.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

namespace pgmodel::detail {

[[noreturn, gnu::cold, gnu::noinline]] inline void fail_text(bool nul) {
    throw encode_error{nul ? "pgmodel: text holds a NUL byte" : "pgmodel: text is not valid UTF-8"};
}

/// The end of the sequence at `at`, of which there must be one.
[[gnu::noinline]] inline const char* check_sequence(const char* at, const char* end) {
    const std::size_t length = utf8_sequence(at, end);
    if (length == 0 || *at == 0) [[unlikely]]
        fail_text(length != 0);
    return at + length;
}
/// Checks the sequences that begin before `stop`, and returns where the next one begins.
inline const char* check_sequences(const char* at, const char* stop, const char* end) {
    while (at < stop) at = static_cast<signed char>(*at) > 0 ? at + 1 : check_sequence(at, end);
    return at;
}

#ifdef __SSE2__
/// A bit for each of 16 bytes that is not plain.
inline std::uint32_t special_bytes(text_lane lane) { return lane_bits(lane > 0) ^ 0xFFFF; }

/// Are the bytes of these bits one letter of two bytes?
inline bool is_letter(const char* at, std::uint32_t special) {
    const auto first = static_cast<std::size_t>(std::countr_zero(special));
    if (special != std::uint64_t{3} << first) return false;
    const auto lead = static_cast<unsigned char>(at[first]);
    return lead >= 0xC2 && lead < 0xE0 && static_cast<signed char>(at[first + 1]) < -0x40;
}

/// A kind of two bytes in a row that may not be: which high and low halves the first one has then, and which high one
/// the second, a bit for each value.
struct wrong_pair {
    std::uint16_t first_high, first_low, second_high;
};
inline constexpr std::uint16_t ascii_half = 0x00FF, following_half = 0x0F00, leading_half = 0xF000, any_half = 0xFFFF;
inline constexpr wrong_pair wrong_pairs[] = {
    {leading_half, any_half, ascii_half | leading_half},  // nothing follows
    {ascii_half, any_half, following_half},  // nothing leads
    {1 << 0xC, 0x0003, following_half},  // C0, C1: ASCII in two bytes
    {1 << 0xE, 1 << 0x0, 0x0300},  // E0 80 to E0 9F: three bytes for what two say
    {1 << 0xE, 1 << 0xD, 0x0C00},  // ED A0 to ED BF: surrogates
    {1 << 0xF, 0xFFE1, 0x0100},  // F0 80 to F0 8F: four bytes for what three say; F5 and more
    {1 << 0xF, 0xFFF0, 0x0E00},  // F4 90 and more: beyond U+10FFFF
    {following_half, any_half, following_half},  // right where a byte one or two before asks for more than one
};
/// For each value of a half byte the kinds that it can be a part of, a bit for each.
struct alignas(16) kinds_of {
    char at[16]{};

    constexpr explicit kinds_of(std::uint16_t wrong_pair::* half) {
        for (int value = 0; value < 16; ++value)
            for (int kind = 0; kind < 8; ++kind)
                at[value] = static_cast<char>(at[value] | (wrong_pairs[kind].*half >> value & 1) << kind);
    }
};

typedef unsigned char byte_lane __attribute__((vector_size(16)));

inline byte_lane bytes_at(const char* at) { return reinterpret_cast<byte_lane>(lane_at(at)); }
inline byte_lane filled_lane(unsigned char with) { return byte_lane{} + with; }

/// Has the processor what `byte_faults` needs? All x86 ones since 2006.
inline bool can_shuffle() {
#ifdef __SSSE3__
    return true;
#else
    return __builtin_cpu_supports("ssse3");
#endif
}
[[gnu::target("ssse3")]] inline byte_lane shuffled(byte_lane from, byte_lane places) {
    typedef char bytes __attribute__((vector_size(16)));
    return reinterpret_cast<byte_lane>(
        __builtin_ia32_pshufb128(reinterpret_cast<bytes>(from), reinterpret_cast<bytes>(places)));
}
/// Not 0 for each byte of the lane that is NUL or cannot follow those before it: three tables say which kinds of wrong
/// pairs each byte and the one before it are, without a branch (J. Keiser, D. Lemire: Validating UTF-8 in less than one
/// instruction per byte, 2021).
[[gnu::target("ssse3")]] inline byte_lane byte_faults(byte_lane before, byte_lane lane) {
    static constexpr kinds_of first_high{&wrong_pair::first_high}, first_low{&wrong_pair::first_low},
        second_high{&wrong_pair::second_high};
    typedef unsigned short words __attribute__((vector_size(16)));
    const byte_lane one =
        __builtin_shufflevector(before, lane, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
    const byte_lane two =
        __builtin_shufflevector(before, lane, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29);
    const byte_lane three =
        __builtin_shufflevector(before, lane, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28);
    const byte_lane low = filled_lane(15);
    const byte_lane one_high = reinterpret_cast<byte_lane>(reinterpret_cast<words>(one) >> 4) & low;
    const byte_lane lane_high = reinterpret_cast<byte_lane>(reinterpret_cast<words>(lane) >> 4) & low;
    const byte_lane wrong = shuffled(bytes_at(first_high.at), one_high) & shuffled(bytes_at(first_low.at), one & low) &
                            shuffled(bytes_at(second_high.at), lane_high);
    const auto more = reinterpret_cast<byte_lane>((two >= 0xE0) | (three >= 0xF0));
    return (wrong ^ (more & filled_lane(0x80))) | reinterpret_cast<byte_lane>(lane == 0);
}
inline bool has_any(byte_lane faults) { return lane_bits(reinterpret_cast<text_lane>(faults != 0)) != 0; }
/// The bytes before `at` that begin a sequence which goes on behind it.
inline std::ptrdiff_t unfinished(const char* at) {
    const auto byte = [at](std::ptrdiff_t i) { return static_cast<unsigned char>(at[i]); };
    return byte(-1) >= 0xC0 ? 1 : byte(-2) >= 0xE0 ? 2 : byte(-3) >= 0xF0 ? 3 : 0;
}

/// Checks blocks of 32 bytes, of which there must be one, until two are plain. Returns where the next sequence begins.
[[gnu::target("ssse3"), gnu::noinline]] inline const char* check_blocks(const char* at, const char* end) {
    const char* const start = at;
    byte_lane before = filled_lane('a'), faults{};
    for (int plain = 0; plain < 2 && end - at >= 32; at += 32) {
        const byte_lane low = bytes_at(at), high = bytes_at(at + 16);
        faults |= byte_faults(before, low) | byte_faults(low, high);
        before = high;
        plain = lane_bits(reinterpret_cast<text_lane>(low | high)) == 0 ? plain + 1 : 0;
    }
    if (has_any(faults)) [[unlikely]]
        check_sequences(start, end, end);
    return at - unfinished(at);
}
/// Checks less than 32 bytes, the last ones of a text of at least 16.
[[gnu::target("ssse3"), gnu::noinline]] inline void check_rest(const char* at, const char* end) {
    const byte_lane places{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    const auto left = static_cast<unsigned char>(end - at);
    const byte_lane last = bytes_at(end - 16);
    byte_lane faults;
    if (left >= 16) {
        // The bytes before the last 16 are among the first ones.
        const byte_lane first = bytes_at(at);
        faults = byte_faults(filled_lane('a'), first) |
                 byte_faults(shuffled(first, places + static_cast<unsigned char>(left - 32)), last);
    } else {
        faults = byte_faults(filled_lane('a'), last) &
                 reinterpret_cast<byte_lane>(places >= static_cast<unsigned char>(16 - left));
    }
    if (has_any(faults) || unfinished(end) != 0) [[unlikely]]
        check_sequences(at, end, end);
}
[[gnu::noinline]] PGMODEL_INLINE void check_last(const char* at, const char* end) {
    const auto left = static_cast<std::size_t>(end - at);
    const std::uint32_t last = special_bytes(lane_at(end - 16));
    const std::uint32_t special = left < 16 ? last >> (16 - left) : special_bytes(lane_at(at)) | last << (left - 16);
    if (special == 0 || is_letter(at, special)) return;
    can_shuffle() ? check_rest(at, end) : void(check_sequences(at, end, end));
}
[[gnu::noinline]] PGMODEL_INLINE void check_special(const char* at, const char* end) {
    for (const char* const last = end - 32; at <= last;) {
        const auto low = lane_at(at), high = lane_at(at + 16);
        if (lane_bits((low > 0) & (high > 0)) == 0xFFFF ||
            is_letter(at, special_bytes(low) | special_bytes(high) << 16))
            at += 32;
        else at = can_shuffle() ? check_blocks(at, end) : check_sequences(at, at + 32, end);
    }
    check_last(at, end);
}
#else
[[gnu::noinline]] PGMODEL_INLINE void check_special(const char* at, const char* end) {
    while (end - at >= 16) at = special_bits<std::uint64_t>(at, at + 8) ? check_sequences(at, at + 16, end) : at + 16;
    check_sequences(at, end, end);
}
#endif
[[gnu::noinline]] PGMODEL_INLINE void check_few(const char* at, const char* end) { check_sequences(at, end, end); }

}  // namespace pgmodel::detail
