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
typedef signed char text_lane __attribute__((vector_size(16)));

/// Are the 16 bytes here and there plain?
inline bool are_plain(const char* at, const char* other) {
    typedef char bytes __attribute__((vector_size(16)));
    text_lane first, second;
    __builtin_memcpy(&first, at, sizeof first);
    __builtin_memcpy(&second, other, sizeof second);
    return __builtin_ia32_pmovmskb128(reinterpret_cast<bytes>((first > 0) & (second > 0))) == 0xFFFF;
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
struct alignas(32) kinds_of {
    char at[32]{};  // twice, as the processor's shuffles want it

    constexpr explicit kinds_of(std::uint16_t wrong_pair::* half) {
        for (int value = 0; value < 32; ++value)
            for (int kind = 0; kind < 8; ++kind)
                at[value] = static_cast<char>(at[value] | (wrong_pairs[kind].*half >> value % 16 & 1) << kind);
    }
};

/// Has the processor what `byte_faults` needs? x86 ones since 2013 have.
inline bool can_shuffle() {
#ifdef __AVX2__
    return true;
#else
    return __builtin_cpu_supports("avx2");
#endif
}
typedef unsigned char half_lane __attribute__((vector_size(16)));
typedef unsigned char byte_lane __attribute__((vector_size(32)));
typedef signed char sign_lane __attribute__((vector_size(32)));
typedef signed char half_sign_lane __attribute__((vector_size(16)));
typedef unsigned short half_words __attribute__((vector_size(16)));
typedef unsigned short byte_words __attribute__((vector_size(32)));

template <class Lane>
[[gnu::target("avx2")]] inline Lane bytes_at(const char* at) {
    Lane lane;
    __builtin_memcpy(&lane, at, sizeof lane);
    return lane;
}
[[gnu::target("avx2")]] inline half_lane shuffled(half_lane from, half_lane places) {
    typedef char bytes __attribute__((vector_size(16)));
    return reinterpret_cast<half_lane>(
        __builtin_ia32_pshufb128(reinterpret_cast<bytes>(from), reinterpret_cast<bytes>(places)));
}
[[gnu::target("avx2")]] inline byte_lane shuffled(byte_lane from, byte_lane places) {
    typedef char bytes __attribute__((vector_size(32)));
    return reinterpret_cast<byte_lane>(
        __builtin_ia32_pshufb256(reinterpret_cast<bytes>(from), reinterpret_cast<bytes>(places)));
}
/// Not 0 for each byte of the lane that is NUL or cannot follow those one, two and three places before it: three tables
/// say which kinds of wrong pairs each byte and the one before it are, without a branch (J. Keiser, D. Lemire:
/// Validating UTF-8 in less than one instruction per byte, 2021).
template <class Words, class Lane>
[[gnu::target("avx2")]] inline Lane byte_faults(Lane three, Lane two, Lane one, Lane lane) {
    static constexpr kinds_of first_high{&wrong_pair::first_high}, first_low{&wrong_pair::first_low},
        second_high{&wrong_pair::second_high};
    const Lane low = Lane{} + 15;
    const Lane one_high = reinterpret_cast<Lane>(reinterpret_cast<Words>(one) >> 4) & low;
    const Lane lane_high = reinterpret_cast<Lane>(reinterpret_cast<Words>(lane) >> 4) & low;
    const Lane wrong = shuffled(bytes_at<Lane>(first_high.at), one_high) &
                       shuffled(bytes_at<Lane>(first_low.at), one & low) &
                       shuffled(bytes_at<Lane>(second_high.at), lane_high);
    const auto more = reinterpret_cast<Lane>((two >= 0xE0) | (three >= 0xF0));
    return (wrong ^ (more & (Lane{} + 0x80))) | reinterpret_cast<Lane>(lane == 0);
}
[[gnu::target("avx2")]] inline half_lane byte_faults(half_lane before, half_lane lane) {
    return byte_faults<half_words>(
        __builtin_shufflevector(before, lane, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28),
        __builtin_shufflevector(before, lane, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29),
        __builtin_shufflevector(before, lane, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30), lane);
}
/// Of bytes that have others before them.
[[gnu::target("avx2")]] inline byte_lane byte_faults(const char* at) {
    return byte_faults<byte_words>(bytes_at<byte_lane>(at - 3), bytes_at<byte_lane>(at - 2),
                                   bytes_at<byte_lane>(at - 1), bytes_at<byte_lane>(at));
}
template <class Lane>
[[gnu::target("avx2")]] inline bool has_any(Lane faults) {
    std::uint64_t any = 0, words[sizeof faults / 8];
    __builtin_memcpy(words, &faults, sizeof faults);
    for (const auto word : words) any |= word;
    return any != 0;
}
/// The bytes before `at` that begin a sequence which goes on behind it.
inline std::ptrdiff_t unfinished(const char* at) {
    const auto byte = [at](std::ptrdiff_t i) { return static_cast<unsigned char>(at[i]); };
    return byte(-1) >= 0xC0 ? 1 : byte(-2) >= 0xE0 ? 2 : byte(-3) >= 0xF0 ? 3 : 0;
}

/// What is added turns what may not be there into the largest signed values: of the first, C0 and C1 into 126 and 127,
/// so that C2 to DF are the least, and of the second, E0 to FF and NUL into 95 to 127.
template <class Sign = sign_lane, class Lane>
[[gnu::target("avx2")]] inline Sign leading_first(Lane lane) {
    return reinterpret_cast<Sign>(lane + 0xBE);
}
template <class Sign = sign_lane, class Lane>
[[gnu::target("avx2")]] inline Sign nul_last(Lane lane) {
    return reinterpret_cast<Sign>(lane + 0x7F);
}
template <class Sign>
[[gnu::target("avx2")]] inline Sign larger(Sign one, Sign other) {
    return one > other ? one : other;
}
/// Not 0 for each byte that follows where none does, or does not where one must; the bytes before are as made above.
template <class Sign, class Lane>
[[gnu::target("avx2")]] inline Sign wrong_following(Lane lane, Sign before) {
    return (reinterpret_cast<Sign>(lane) < -64) ^ (before < -98);
}
/// Are at least 32 bytes from where a sequence begins nothing but ASCII and letters of two bytes, as Europe's are, and
/// right? In half the steps that all letters take.
[[gnu::target("avx2")]] inline bool are_short(const char* at, const char* end) {
    const auto first = bytes_at<byte_lane>(at);
    sign_lane leading = leading_first(first), last = nul_last(first);
    const auto before = __builtin_shufflevector(leading, sign_lane{}, 32, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
                                                14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
    sign_lane wrong = wrong_following(first, before);
    for (const char* next = end - 32; next > at; next -= 32) {
        const auto lane = bytes_at<byte_lane>(next);
        const sign_lane ahead = leading_first(bytes_at<byte_lane>(next - 1));
        wrong |= wrong_following(lane, ahead);
        leading = larger(leading, ahead);
        last = larger(last, nul_last(lane));
    }
    return !has_any(wrong | (leading > 125) | (last > 94)) && static_cast<unsigned char>(end[-1]) < 0xC0;
}

/// Checks at least 48 bytes from where a sequence begins, and returns where the next one does. Nothing is decided
/// before their end: where letters are among ASCII a processor guesses each decision wrong.
[[gnu::target("avx2"), gnu::noinline]] inline const char* check_lanes(const char* at, const char* stop) {
    if (are_short(at, stop)) return stop;
    const half_lane first = byte_faults(half_lane{} + 'a', bytes_at<half_lane>(at));
    byte_lane faults = byte_faults(stop - 32);
    for (const char* next = at + 16; stop - next > 32; next += 32) faults |= byte_faults(next);
    if (has_any(first) || has_any(faults)) [[unlikely]]
        check_sequences(at, stop, stop);
    return stop - unfinished(stop);
}
/// Checks from 1 to 47 bytes, the last ones of a text of at least 16.
[[gnu::target("avx2"), gnu::noinline]] inline void check_rest(const char* at, const char* end) {
    half_lane before = half_lane{} + 'a', faults{};
    const char* next = at;
    for (; end - next >= 16; next += 16) {
        faults |= byte_faults(before, bytes_at<half_lane>(next));
        before = bytes_at<half_lane>(next);
    }
    // The last bytes, to the front, and plain ones behind them, which nothing unfinished may have.
    const half_lane from =
        bytes_at<half_lane>("\0\1\2\3\4\5\6\7\10\11\12\13\14\15\16\17") + static_cast<unsigned char>(16 - (end - next));
    const half_lane last = from < 16 ? shuffled(bytes_at<half_lane>(end - 16), from) : half_lane{} + 'a';
    faults |= byte_faults(before, last);
    if (has_any(faults)) [[unlikely]]
        check_sequences(at, end, end);
}

/// A text of at least 16 bytes from where its first special byte is near.
[[gnu::noinline]] inline void check_special(const char* at, const char* end) {
    const bool shuffles = can_shuffle();
    // Where much is plain, that is seen faster.
    constexpr std::ptrdiff_t most = 512;
    while (end - at >= 48) {
        if (shuffles) at = check_lanes(at, end - at < 2 * most ? end : at + most);
        else at = check_sequences(at, at + 32, end);
        while (end - at >= 48 && are_plain(at, at + 16)) at += 32;
    }
    if (at == end) return;
    shuffles ? check_rest(at, end) : void(check_sequences(at, end, end));
}
#else
[[gnu::noinline]] inline void check_special(const char* at, const char* end) {
    while (end - at >= 16) at = special_bits<std::uint64_t>(at, at + 8) ? check_sequences(at, at + 16, end) : at + 16;
    check_sequences(at, end, end);
}
#endif
[[gnu::noinline]] inline void check_few(const char* at, const char* end) { check_sequences(at, end, end); }

[[gnu::noinline]] PGMODEL_INLINE void check_text(std::string_view text) {
    const char* at = text.data();
    const char* const end = at + text.size();
    if (text.size() >= 16) {
#ifdef __SSE2__
        for (; end - at >= 32; at += 32)
            if (!are_plain(at, at + 16)) [[unlikely]]
                return check_special(at, end);
        // The rest with what is before it.
        if (are_plain(text.size() < 32 ? at : end - 32, end - 16)) [[likely]]
            return;
#endif
        check_special(at, end);
    } else if (text.size() >= 8) {
        if (special_bits<std::uint64_t>(at, end - 8)) check_few(at, end);
    } else if (text.size() >= 4) {
        if (special_bits<std::uint32_t>(at, end - 4)) check_few(at, end);
    } else if (at != end) {
        const auto plain = [](char c) { return static_cast<signed char>(c) > 0; };
        if (!plain(*at) || !plain(at[text.size() / 2]) || !plain(end[-1])) check_few(at, end);
    }
}

}  // namespace pgmodel::detail
