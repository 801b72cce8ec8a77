// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Integers in JSON text that are read as floating numbers: some of them are, and the others may not become another.
#pragma once

#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

namespace pgmodel::detail {

/// Is `value`, which the text is nearest to, the integer that the text says? Integers up to 2^53 are doubles (2^24 for
/// float); of greater ones only some are, and none is silently made another. The server writes 1.5e300 with all its
/// zeros, and JSON libraries do not all print the fewest digits: what has zeros behind the 17 that tell a double is
/// one.
template <std::floating_point T>
bool is_same_integer(std::string_view text, T value) {
    using limits = std::numeric_limits<T>;
    constexpr T all_up_to = static_cast<T>(std::uint64_t{1} << (limits::digits - 1)) * 2;
    if (text.find_first_of(".eE") != text.npos || (value < all_up_to && value > -all_up_to)) return true;
    const std::size_t sign = text.starts_with('-');
    if (text.size() > sign + limits::max_digits10 && text.find_last_not_of('0') < sign + limits::max_digits10)
        return true;
    char exact[512], shortest[32];
    const auto view = [](const char* begin, const char* end) {
        return std::string_view(begin, static_cast<std::size_t>(end - begin));
    };
    if (text == view(exact, std::to_chars(exact, exact + sizeof exact, value, std::chars_format::fixed, 0).ptr))
        return true;
    const char* const end =
        std::to_chars(shortest, shortest + sizeof shortest, value, std::chars_format::scientific).ptr;
    std::size_t digits = 0;
    for (const char* at = shortest; at != end && *at != 'e'; ++at)
        if (*at != '.') shortest[digits++] = *at;
    return text.starts_with(view(shortest, shortest + digits)) && text.find_first_not_of('0', digits) == text.npos;
}

}  // namespace pgmodel::detail
