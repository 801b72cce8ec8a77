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
    if (first < 0xF0) return follows(1, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF) && follows(2) ? 3 : 0;
    return follows(1, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF) && follows(2) && follows(3) ? 4 : 0;
}

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
    std::memcpy(&first, at, sizeof first);
    std::memcpy(&second, other, sizeof second);
    return special_bits(first) | special_bits(second);
}

#ifdef __SSE2__
typedef signed char text_lane __attribute__((vector_size(16)));

inline text_lane lane_at(const char* at) {
    text_lane lane;
    std::memcpy(&lane, at, sizeof lane);
    return lane;
}
/// A bit for each byte of which this is true.
inline std::uint32_t lane_bits(text_lane is) {
    typedef char bytes __attribute__((vector_size(16)));
    return static_cast<std::uint32_t>(__builtin_ia32_pmovmskb128(reinterpret_cast<bytes>(is)));
}
/// Which bytes are from `first` to `last`, both beyond ASCII?
inline text_lane between(text_lane lane, unsigned char first, unsigned char last) {
    return (lane >= static_cast<signed char>(first)) & (lane <= static_cast<signed char>(last));
}
inline bool are_plain(const char* at, const char* other) {
    return lane_bits((lane_at(at) > 0) & (lane_at(other) > 0)) == 0xFFFF;
}

/// Checks 16 bytes but the first `skip` ones, behind which a sequence begins: at once where all sequences are of one to
/// three bytes. Returns where the next sequence begins, perhaps a little before their end.
[[gnu::noinline]] inline const char* check_lane(const char* at, std::size_t skip, const char* end) {
    const auto lane = lane_at(at);
    const char* const stop = at + 16;
    const auto bits = [skip](text_lane is) { return lane_bits(is) >> skip; };
    const std::uint32_t all = 0xFFFFu >> skip;
    const std::uint32_t plain = bits(lane > 0), follows = bits(between(lane, 0x80, 0xBF)),
                        two = bits(between(lane, 0xC2, 0xDF));
    std::uint32_t expected = two << 1, last = two;
    if ((plain | follows | two) != all) {
        // E0 and ED forbid some of what follows other ones.
        const std::uint32_t three = bits(between(lane, 0xE1, 0xEF) & (lane != static_cast<signed char>(0xED)));
        if ((plain | follows | two | three) != all) return check_sequences(at + skip, stop, end);
        expected |= three << 1 | three << 2;
        last |= three;
    }
    const std::uint32_t over = expected & ~all;
    if (follows != (expected & all) || (over && stop == end)) return check_sequences(at + skip, stop, end);
    return over == 0 ? stop : stop - (last > all >> 1 ? 1 : 2);
}
/// A bit for each of 16 bytes that is not plain.
inline std::uint32_t special_bytes(text_lane lane) { return lane_bits(lane > 0) ^ 0xFFFF; }

/// Are the bytes of these bits one letter of two bytes?
inline bool is_letter(const char* at, std::uint32_t special) {
    const auto first = static_cast<std::size_t>(std::countr_zero(special));
    if (special != std::uint64_t{3} << first) return false;
    const auto lead = static_cast<unsigned char>(at[first]);
    return lead >= 0xC2 && lead < 0xE0 && static_cast<signed char>(at[first + 1]) < -0x40;
}
/// Checks about 32 bytes, most likely with letters of two bytes among them: at once any number of those. Returns where
/// the next sequence begins.
[[gnu::noinline]] inline const char* check_mixed(const char* at, const char* end) {
    const auto low = lane_at(at), high = lane_at(at + 16);
    const auto bits = [&](auto is) { return lane_bits(is(low)) | lane_bits(is(high)) << 16; };
    const std::uint32_t plain = bits([](text_lane v) { return v > 0; });
    const std::uint32_t follows = bits([](text_lane v) { return v < -0x40; });
    const std::uint32_t two = bits([](text_lane v) { return between(v, 0xC2, 0xDF); });
    if ((plain | follows | two) == 0xFFFFFFFF && follows == two << 1) return at + 32 - (two >> 31);
    return check_lane(at, 0, end);
}
/// Less than 32 bytes, the last ones of a text of at least 16.
[[gnu::noinline]] inline void check_last(const char* at, const char* end) {
    const auto left = static_cast<std::size_t>(end - at);
    const std::uint32_t last = special_bytes(lane_at(end - 16));
    const std::uint32_t special = left < 16 ? last >> (16 - left) : special_bytes(lane_at(at)) | last << (left - 16);
    if (special == 0 || is_letter(at, special)) return;
    while (end - at >= 16) at = check_lane(at, 0, end);
    if (at != end) check_lane(end - 16, static_cast<std::size_t>(16 - (end - at)), end);
}
/// A text of at least 32 bytes from where its first special byte is near.
[[gnu::noinline]] inline void check_special(const char* at, const char* end) {
    for (const char* const last = end - 32; at <= last;) {
        const auto low = lane_at(at), high = lane_at(at + 16);
        if (lane_bits((low > 0) & (high > 0)) == 0xFFFF ||
            is_letter(at, special_bytes(low) | special_bytes(high) << 16))
            at += 32;
        else at = check_mixed(at, end);
    }
    check_last(at, end);
}
#else
[[gnu::noinline]] inline void check_special(const char* at, const char* end) {
    while (end - at >= 16) at = special_bits<std::uint64_t>(at, at + 8) ? check_sequences(at, at + 16, end) : at + 16;
    check_sequences(at, end, end);
}
#endif
[[gnu::noinline]] inline void check_few(const char* at, const char* end) { check_sequences(at, end, end); }

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
