// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The arithmetic of numeric<>: numbers without a sign, of digits to the base of 10000 as they travel.
#pragma once

#include <pgmodel/core/min_max.hpp>
#include <pgmodel/types/decimal.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>

namespace pgmodel::detail {

/// The first digit counts 10000^weight; neither the first nor the last one is 0; zero has none and weight 0.
struct magnitude {
    // A string, because it keeps seven digits (up to 28 decimal ones) without asking for memory.
    std::u16string digits{};
    int weight = 0;

    bool is_zero() const { return digits.empty(); }
    int count() const { return static_cast<int>(digits.size()); }
    /// What the last digit counts: 10000^last().
    int last() const { return weight - count() + 1; }
    unsigned at(int exponent) const {
        return exponent > weight || exponent < last() ? 0u : digits[static_cast<std::size_t>(weight - exponent)];
    }
    /// Takes zeros off both ends.
    void strip() {
        digits.erase(digits.find_last_not_of(u'\0') + 1);
        const std::size_t zeros = std::min(digits.find_first_not_of(u'\0'), digits.size());
        digits.erase(0, zeros);
        weight = digits.empty() ? 0 : weight - static_cast<int>(zeros);
    }
    /// How many decimal digits stand before the point, without leading zeros.
    int whole_digits() const {
        if (is_zero() || weight < 0) return 0;
        const unsigned first = digits[0];
        return weight * 4 + (first > 999 ? 4 : first > 99 ? 3 : first > 9 ? 2 : 1);
    }
    /// How many decimals it has.
    int decimals() const {
        if (is_zero() || last() >= 0) return 0;
        const unsigned final = digits.back();
        return -last() * 4 - (final % 1000 == 0 ? 3 : final % 100 == 0 ? 2 : final % 10 == 0 ? 1 : 0);
    }

    bool operator==(const magnitude&) const = default;
    std::strong_ordering operator<=>(const magnitude& other) const {
        if (is_zero() || other.is_zero()) return !is_zero() <=> !other.is_zero();
        if (weight != other.weight) return weight <=> other.weight;
        return digits <=> other.digits;
    }
};

/// a + b, or, for a >= b, a - b.
inline magnitude combine(const magnitude& a, const magnitude& b, bool minus) {
    if (a.is_zero() || b.is_zero()) return b.is_zero() ? a : b;
    const int first = std::max(a.weight, b.weight) + 1, last = std::min(a.last(), b.last());
    magnitude out{std::u16string(static_cast<std::size_t>(first - last) + 1, u'\0'), first};
    int carry = 0;
    for (int exponent = last; exponent <= first; ++exponent) {
        const int other = static_cast<int>(b.at(exponent));
        int sum = static_cast<int>(a.at(exponent)) + (minus ? -other : other) + carry;
        carry = sum < 0 ? -1 : sum / 10000;
        sum -= carry * 10000;
        out.digits[static_cast<std::size_t>(first - exponent)] = static_cast<char16_t>(sum);
    }
    out.strip();
    return out;
}

inline magnitude multiply(const magnitude& a, const magnitude& b) {
    if (a.is_zero() || b.is_zero()) return {};
    magnitude out{std::u16string(a.digits.size() + b.digits.size(), u'\0'), a.weight + b.weight + 1};
    for (std::size_t i = a.digits.size(); i-- > 0;) {
        std::uint32_t carry = 0;
        for (std::size_t j = b.digits.size(); j-- > 0;) {
            auto& digit = out.digits[i + j + 1];
            carry += digit + std::uint32_t{a.digits[i]} * b.digits[j];
            digit = static_cast<char16_t>(carry % 10000);
            carry /= 10000;
        }
        out.digits[i] = static_cast<char16_t>(carry);
    }
    out.strip();
    return out;
}

/// Keeps `decimals` decimals (negative: none, and so many zeros before the point). `more`: further digits would follow
/// that are not zero.
inline void round_magnitude(magnitude& number, int decimals, rounding how, bool more = false) {
    const int place = -decimals;  // of the last digit that is kept: 10^place
    const int exponent = place >= 0 ? place / 4 : -((3 - place) / 4);
    const auto unit = static_cast<unsigned>(power_of_ten(static_cast<unsigned>(place - exponent * 4)));
    if (number.last() > exponent && !more) return;
    const unsigned group = number.at(exponent);
    const unsigned cut = unit > 1 ? group % unit : number.at(exponent - 1), tenth = unit > 1 ? unit / 10 : 1000;
    more = more || cut % tenth != 0 || (!number.is_zero() && number.last() < (unit > 1 ? exponent : exponent - 1));
    const bool up = rounds_up(group / unit, cut / tenth, more, how);
    if (number.weight < exponent) {
        number = {};
    } else if (number.last() <= exponent) {
        number.digits.resize(static_cast<std::size_t>(number.weight - exponent) + 1);
        number.digits.back() = static_cast<char16_t>(group - group % unit);
        number.strip();
    }
    if (up) number = combine(number, {std::u16string(1, static_cast<char16_t>(unit)), exponent}, false);
}

/// a / b for b > 0, rounded to `decimals` decimals: digit by digit, as on paper.
inline magnitude divide_magnitude(const magnitude& a, const magnitude& b, int decimals, rounding how) {
    if (a.is_zero()) return {};
    // One digit more than is asked for, so that rounding sees what follows.
    const int last = std::min(-(decimals / 4) - 2, 0);
    // Both scaled so that the first digit of the divisor is at least 5000: then a digit of the quotient that is
    // estimated from the first digits is too large by two at most.
    const auto scale = static_cast<std::uint32_t>(10000 / (b.digits[0] + 1));
    const auto scaled = [scale](const magnitude& number, std::size_t size) {
        std::u16string out(size, u'\0');
        std::uint32_t carry = 0;
        for (std::size_t i = number.digits.size(); i-- > 0;) {
            carry += number.digits[i] * scale;
            out[i + 1] = static_cast<char16_t>(carry % 10000);
            carry /= 10000;
        }
        out[0] = static_cast<char16_t>(carry);
        return out;
    };
    const int first = a.weight - b.weight;
    if (first < last) {
        magnitude out;
        round_magnitude(out, decimals, how, true);
        return out;
    }
    const auto places = static_cast<std::size_t>(first - last) + 1;
    const std::size_t width = b.digits.size();
    std::u16string rest = scaled(a, std::max(a.digits.size(), places + width) + 1);
    const std::u16string divisor = scaled(b, width + 1).substr(1);
    magnitude out{std::u16string(places, u'\0'), first};
    for (std::size_t i = 0; i < places; ++i) {
        const std::uint32_t head = rest[i] * 10000u + rest[i + 1];
        std::uint32_t digit = std::min(head / divisor[0], std::uint32_t{9999});
        while (width > 1 && head - digit * divisor[0] < 10000 &&
               digit * divisor[1] > (head - digit * divisor[0]) * 10000 + rest[i + 2])
            --digit;
        std::int64_t borrow = 0;
        for (std::size_t j = width; j-- > 0;) {
            const std::int64_t left = rest[i + j + 1] + borrow - std::int64_t{digit} * divisor[j];
            borrow = left < 0 ? -((9999 - left) / 10000) : 0;
            rest[i + j + 1] = static_cast<char16_t>(left - borrow * 10000);
        }
        if (rest[i] + borrow < 0) {  // one too many: given back
            --digit;
            std::uint32_t carry = 0;
            for (std::size_t j = width; j-- > 0;) {
                carry += rest[i + j + 1] + std::uint32_t{divisor[j]};
                rest[i + j + 1] = static_cast<char16_t>(carry % 10000);
                carry /= 10000;
            }
        }
        rest[i] = 0;
        out.digits[i] = static_cast<char16_t>(digit);
    }
    const bool more = rest.find_first_not_of(u'\0') != rest.npos;
    out.strip();
    round_magnitude(out, decimals, how, more);
    return out;
}

}  // namespace pgmodel::detail
