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
/// Which bytes are from `first` to `last`, both beyond ASCII?
inline text_lane between(text_lane lane, unsigned char first, unsigned char last) {
    return (lane >= static_cast<signed char>(first)) & (lane <= static_cast<signed char>(last));
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
[[gnu::noinline]] PGMODEL_INLINE void check_last(const char* at, const char* end) {
    const auto left = static_cast<std::size_t>(end - at);
    const std::uint32_t last = special_bytes(lane_at(end - 16));
    const std::uint32_t special = left < 16 ? last >> (16 - left) : special_bytes(lane_at(at)) | last << (left - 16);
    if (special == 0 || is_letter(at, special)) return;
    while (end - at >= 16) at = check_lane(at, 0, end);
    if (at != end) check_lane(end - 16, static_cast<std::size_t>(16 - (end - at)), end);
}
[[gnu::noinline]] PGMODEL_INLINE void check_special(const char* at, const char* end) {
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
[[gnu::noinline]] PGMODEL_INLINE void check_special(const char* at, const char* end) {
    while (end - at >= 16) at = special_bits<std::uint64_t>(at, at + 8) ? check_sequences(at, at + 16, end) : at + 16;
    check_sequences(at, end, end);
}
#endif
[[gnu::noinline]] PGMODEL_INLINE void check_few(const char* at, const char* end) { check_sequences(at, end, end); }

}  // namespace pgmodel::detail
