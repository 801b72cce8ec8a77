// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// std::from_chars for floating-point numbers, for standard libraries that have it for integers only.
#pragma once

#include <locale.h>
#include <stdlib.h>

#include <charconv>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>
#include <system_error>
#if __has_include(<xlocale.h>)  // macOS, FreeBSD
#include <xlocale.h>
#endif

namespace pgmodel::detail {

/// How many characters are a number as std::from_chars takes it: without blanks and plus before it, and decimal.
inline std::size_t number_length(std::string_view text) {
    const auto digits_end = [text](std::size_t at) {
        while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
        return at;
    };
    const std::size_t begin = text.starts_with('-');
    std::string word(text.substr(begin, 8));
    for (char& c : word) c = static_cast<char>(c | 0x20);
    if (word == "infinity") return begin + 8;
    if (word.starts_with("inf") || word.starts_with("nan")) return begin + 3;

    std::size_t end = digits_end(begin);
    std::size_t digits = end - begin;
    if (end < text.size() && text[end] == '.') {
        const std::size_t decimals = digits_end(end + 1) - (end + 1);
        digits += decimals;
        if (digits > 0) end += 1 + decimals;
    }
    if (digits == 0) return 0;
    if (end < text.size() && (text[end] | 0x20) == 'e') {
        const std::size_t sign = end + 1 < text.size() && (text[end + 1] == '-' || text[end + 1] == '+');
        const std::size_t exponent = end + 1 + sign;
        if (digits_end(exponent) > exponent) end = digits_end(exponent);
    }
    return end;
}

/// As std::from_chars, of the general format, but that a NaN has no payload. In the "C" locale, whatever the program's
/// is.
template <std::floating_point T>
    requires(sizeof(T) <= 8)
std::from_chars_result from_chars_by_strtod(const char* first, const char* last, T& value) {
    static const locale_t plain = newlocale(LC_ALL_MASK, "C", nullptr);
    const std::string text(first, number_length({first, static_cast<std::size_t>(last - first)}));
    if (text.empty()) return {first, std::errc::invalid_argument};
    T read;
    if constexpr (sizeof(T) == 4) read = strtof_l(text.c_str(), nullptr, plain);
    else read = strtod_l(text.c_str(), nullptr, plain);
    const auto has = [digits = std::string_view(text).substr(0, text.find_first_of("eE"))](const char* characters) {
        return digits.find_first_of(characters) != digits.npos;
    };
    const bool fits = has("iInN") || (!std::isinf(read) && (read != 0 || !has("123456789")));
    if (fits) value = read;
    return {first + text.size(), fits ? std::errc{} : std::errc::result_out_of_range};
}

}  // namespace pgmodel::detail
