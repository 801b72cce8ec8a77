// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A double as PostgreSQL prints it: the shortest digits that read back as the same number, in its own layout.
#pragma once

#include <pgmodel/core/from_chars.hpp>

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pgmodel::detail {

/// Is `digits` times 10^`exponent` just between two doubles? Both ends of what a double stands for can be so, and
/// belong to it when its last bit is 0; PostgreSQL prints one digit more then.
constexpr bool is_between_doubles(std::uint64_t digits, int exponent) {
    // Such a number is an odd one of 54 bits times a power of 2.
    if (digits == 0) return false;
    while (digits % 2 == 0) digits /= 2;
    for (; exponent > 0 && digits >> 54 == 0; --exponent) digits *= 5;
    for (; exponent < 0; ++exponent) {
        if (digits % 5 != 0) return false;
        digits /= 5;
    }
    return digits >> 53 == 1;
}

/// `[-]d[.ddd]e[+-]dd`, the shortest that is strictly within what reads back as `value`; returns its end.
inline char* shortest_digits(char* begin, char* end, double value) {
    char* at = std::to_chars(begin, end, value, std::chars_format::scientific).ptr;
    for (int precision = 0; precision <= 16;) {
        std::uint64_t digits = 0;
        int decimals = -1, exponent = 0;
        const char* c = begin;
        for (; *c != 'e'; ++c)
            if (*c >= '0' && *c <= '9') {
                digits = digits * 10 + static_cast<unsigned>(*c - '0');
                ++decimals;
            }
        const bool minus = *++c == '-';
        while (++c != at) exponent = exponent * 10 + (*c - '0');
        double back{};
        const char* const number = begin;
        from_chars(number, at, back);
        if (back == value && !is_between_doubles(digits, (minus ? -exponent : exponent) - decimals)) break;
        precision = (precision > decimals ? precision : decimals) + 1;
        at = std::to_chars(begin, end, value, std::chars_format::scientific, precision).ptr;
    }
    return at;
}

/// `0.1`, `100000`, `1e+15`, `1e-05`, `-0`, `NaN`, `Infinity`.
inline void append_double(std::string& out, double value) {
    if (value != value) return void(out.append("NaN"));
    if (value - value != 0) return void(out.append(value > 0 ? "Infinity" : "-Infinity"));
    char buffer[32];
    const char* const end = shortest_digits(buffer, buffer + sizeof buffer, value);
    std::string_view text(buffer, static_cast<std::size_t>(end - buffer));
    if (text[0] == '-') {
        out.push_back('-');
        text.remove_prefix(1);
    }
    const std::size_t e = text.find('e');
    int exponent = 0;
    for (char c : text.substr(e + 2)) exponent = exponent * 10 + (c - '0');
    if (text[e + 1] == '-') exponent = -exponent;
    if (exponent < -4 || exponent >= 15) return void(out.append(text));
    std::string digits(1, text[0]);
    if (e > 2) digits.append(text.substr(2, e - 2));
    if (exponent < 0) {
        out.append("0.").append(static_cast<std::size_t>(-exponent - 1), '0').append(digits);
        return;
    }
    const auto whole = static_cast<std::size_t>(exponent) + 1;
    if (digits.size() <= whole) out.append(digits).append(whole - digits.size(), '0');
    else out.append(digits, 0, whole).append(1, '.').append(digits, whole);
}

}  // namespace pgmodel::detail
