// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/types/copied_text.hpp>
#include <pgmodel/types/impl/utf8.ipp>

#include <cstddef>
#include <cstdint>

namespace pgmodel::detail {

#ifdef __SSE2__
/// Copies more bytes than a lane has. Are they nothing but ASCII and letters of two bytes, and right? Each byte is
/// looked at with the one behind it, as `are_short` does; nothing is decided before the end.
template <class Lane, class Sign>
[[gnu::target("avx2"), gnu::always_inline]] inline bool copy_short(char* to, const char* at, std::size_t size) {
    constexpr std::size_t width = sizeof(Lane);
    Sign wrong{}, leading{}, none{};
    const auto look = [&](std::size_t i) __attribute__((always_inline, target("avx2"))) {
        const auto lane = bytes_at<Lane>(at + i);
        __builtin_memcpy(to + i, &lane, sizeof lane);
        const auto ahead = leading_first<Sign>(lane);
        wrong |= wrong_following(bytes_at<Lane>(at + i + 1), ahead);
        leading = larger(leading, ahead);
        none = larger(none, nul_last<Sign>(lane));
    };
    // Two lanes at once, and the last ones with what is before them.
    const std::size_t pairs = size - 1;
    if (pairs > 2 * width) {
        for (std::size_t i = 0; i + 2 * width < pairs; i += 2 * width) look(i), look(i + width);
        look(pairs - 2 * width);
    } else look(0);
    look(pairs - width);
    to[pairs] = at[pairs];
    const bool follows = (*at & 0xC0) == 0x80, ends = static_cast<unsigned char>(at[pairs]) - 1u < 0xBF;
    return !has_any(wrong | (leading > 125) | (none > 94)) && !follows && ends;
}
[[gnu::target("avx2"), gnu::noinline]] inline void copy_lanes(char* to, std::string_view text) {
    const bool good = text.size() > 32 ? copy_short<byte_lane, sign_lane>(to, text.data(), text.size())
                                       : copy_short<half_lane, half_sign_lane>(to, text.data(), text.size());
    if (!good) [[unlikely]]
        check_text(text);
}
#endif
/// Copies a text that is as long as one block or two. Is it plain?
template <class Block>
[[gnu::always_inline]] inline bool copy_few(char* to, std::string_view text) {
    Block first, last;
    const std::size_t behind = text.size() - sizeof(Block);
    __builtin_memcpy(&first, text.data(), sizeof first);
    __builtin_memcpy(&last, text.data() + behind, sizeof last);
    __builtin_memcpy(to, &first, sizeof first);
    __builtin_memcpy(to + behind, &last, sizeof last);
    return (special_bits(first) | special_bits(last)) == 0;
}

PGMODEL_INLINE void copy_text(char* to, std::string_view text) {
    const std::size_t size = text.size();
    bool good = false;
    if (size > 16) {
#ifdef __SSE2__
        if (can_shuffle()) return copy_lanes(to, text);
#endif
        __builtin_memcpy(to, text.data(), size);
    } else if (size >= 8) good = copy_few<std::uint64_t>(to, text);
    else if (size >= 4) good = copy_few<std::uint32_t>(to, text);
    else
        for (std::size_t i = 0; i < size; ++i) to[i] = text[i];
    if (!good) [[unlikely]]
        check_text(text);
}

}  // namespace pgmodel::detail
