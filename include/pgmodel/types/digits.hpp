// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Numbers taken from the front of a text, where addresses and positions are parsed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pgmodel::detail {

/// The value of a hexadecimal digit in any case; 99 for other characters.
constexpr int digit_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : 99;
}
/// A number of up to `most` digits (15 at most) of `base`; -1 if there is none.
constexpr std::int64_t take_number(std::string_view& text, int base, std::size_t most) {
    std::size_t count = 0;
    std::int64_t value = 0;
    for (; count < text.size() && count < most && digit_of(text[count]) < base; ++count)
        value = value * base + digit_of(text[count]);
    text.remove_prefix(count);
    return count == 0 ? -1 : value;
}
constexpr bool take(std::string_view& text, char c) {
    if (text.empty() || text[0] != c) return false;
    text.remove_prefix(1);
    return true;
}

}  // namespace pgmodel::detail
