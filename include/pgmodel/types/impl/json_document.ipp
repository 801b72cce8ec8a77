// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/types/json_document.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pgmodel::detail {

// Not by std::from_chars, which is seven functions and a table to compile.
PGMODEL_BODY
bool read_digits(const char* at, const char* end, std::uint64_t& into) {
    for (; at != end; ++at) {
        if (*at < '0' || *at > '9') return false;
        const auto digit = static_cast<std::uint64_t>(*at - '0');
        if (__builtin_mul_overflow(into, std::uint64_t{10}, &into) || __builtin_add_overflow(into, digit, &into))
            return false;
    }
    return true;
}

PGMODEL_BODY
bool is_below_one(std::string_view number) {
    const std::size_t end = number.find_first_of("eE");
    const std::string_view digits = number.substr(0, end);
    const auto first = static_cast<std::int64_t>(digits.find_first_of("123456789"));
    const std::size_t point = digits.find('.');
    const std::int64_t power = static_cast<std::int64_t>(point == digits.npos ? digits.size() : point) - first;
    if (end == number.npos) return power < 0;
    const bool negative = number[end + 1] == '-';
    std::uint64_t exponent = 0;
    if (!read_digits(number.data() + end + 1 + (negative || number[end + 1] == '+'), number.data() + number.size(),
                     exponent) ||
        exponent >> 62)
        return negative;
    const auto shift = static_cast<std::int64_t>(exponent);
    return (negative ? -shift : shift) < -power;
}

#ifdef PGMODEL_SEPARATE_COMPILATION
// What reads and writes documents, but for what depends on their type.
template class json_reader_of<>;
template class json_writer_of<>;
template bool is_same_integer(std::string_view, double);
template void write_floating(json_writer&, double);
#endif

}  // namespace pgmodel::detail
