// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

/// Values at the edges of their types, and some from between.

#pragma once

#include <pgmodel.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace property_test {

namespace pg = pgmodel;
using random_source = std::mt19937_64;

inline std::size_t below(random_source& random, std::size_t limit) {
    return static_cast<std::size_t>(random() % limit);
}
inline bool one_in(random_source& random, std::size_t n) { return below(random, n) == 0; }
template <class T>
T one_of(random_source& random, std::initializer_list<T> choices) {
    return choices.begin()[below(random, choices.size())];
}

/// 0, the ends, powers of two and of ten with what is beside them, and any bits.
template <class Integer>
Integer integer(random_source& random) {
    using limits = std::numeric_limits<Integer>;
    const auto near = static_cast<std::int64_t>(below(random, 3)) - 1;
    switch (below(random, 5)) {
    case 0:
        return one_of<Integer>(random, {0, 1, limits::max(), limits::min(), limits::max() - 1, limits::min() + 1});
    case 1:
        return static_cast<Integer>((std::uint64_t{1} << below(random, 64)) + static_cast<std::uint64_t>(near));
    case 2: {
        std::uint64_t power = 1;
        for (auto n = below(random, 19); n > 0; --n)
            power *= 10;
        return static_cast<Integer>(power + static_cast<std::uint64_t>(near));
        }
        default: return static_cast<Integer>(random() >> below(random, 64));
    }
}
template <class Float>
Float floating(random_source& random) {
    using limits = std::numeric_limits<Float>;
    using bits = std::conditional_t<sizeof(Float) == 4, std::uint32_t, std::uint64_t>;
    switch (below(random, 4)) {
        case 0:
            return one_of<Float>(random,
                                 {0, -Float{0}, 1, -1, Float(0.1), limits::max(), limits::lowest(), limits::min(),
                                  limits::denorm_min(), limits::infinity(), -limits::infinity(), limits::quiet_NaN(),
                                  limits::epsilon(), Float(1e15), Float(1e16), Float(1e-5), Float(123456789)});
        case 1: return static_cast<Float>(integer<std::int64_t>(random)) / Float(8);
        default: {
            const auto any = std::bit_cast<Float>(static_cast<bits>(random()));
            return any == any ? any : limits::quiet_NaN();  // which NaN it is, is not kept where it travels as text
        }
    }
}

/// What quoting, other alphabets and blanks can go wrong with; no NUL.
inline std::string text(random_source& random, std::size_t most = 40) {
    std::string out;
    std::size_t length = one_in(random, 500) ? most * 10 : below(random, most + 1);
    if (one_in(random, 20)) length = 0;
    for (std::size_t i = 0; i < length; ++i) {
        switch (below(random, 4)) {
            case 0: out.push_back(static_cast<char>(' ' + below(random, 95))); break;
            case 1:
                out += one_of<std::string_view>(random, {"'",  "\"", "\\",   "{",    "}",  "(",  ")", "[",  "]",
                                                         ",",  " ",  "$1",   "NULL", "%",  "_",  ";", "--", "\n",
                                                         "\r", "\t", "\x01", "\x7f", "/*", "=>", "<", "&"});
                break;
            case 2:
                out += one_of<std::string_view>(random, {"\xc2\x80", "\xc3\xa9", "\xe2\x82\xac", "\xef\xbb\xbf",
                                                         "\xef\xbf\xbe", "\xf0\x9f\x98\x80", "\xf4\x8f\xbf\xbf",
                                                         "e\xcc\x81", "\xd7\x90", "\xe2\x80\xae", "\xed\x9f\xbf",
                                                         "\xee\x80\x80", "\xc4\xb0", "\xc3\x9f"});
                break;
            default: out.push_back(static_cast<char>('a' + below(random, 26)));
        }
    }
    return out;
}
inline std::string digits(random_source& random, std::size_t count) {
    std::string out;
    while (out.size() < count)
        out.append(1 + below(random, 6), one_in(random, 3)   ? '9'
                                         : one_in(random, 2) ? '0'
                                                             : static_cast<char>('0' + below(random, 10)));
    out.resize(count);
    return out;
}

template <class T>
std::vector<T> list(random_source& random, T (*make)(random_source&), std::size_t most = 5) {
    std::vector<T> out;
    for (auto count = below(random, most + 1); count > 0; --count) out.push_back(make(random));
    return out;
}
template <class T>
std::vector<std::optional<T>> gaps(random_source& random, T (*make)(random_source&)) {
    std::vector<std::optional<T>> out;
    for (auto count = below(random, 6); count > 0; --count)
        if (one_in(random, 3)) out.emplace_back();
        else out.emplace_back(make(random));
    return out;
}

}  // namespace property_test
