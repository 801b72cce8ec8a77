// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Whole numbers of up to 38 digits and decimal text: what numeric<P, S> is made of.
#pragma once

#include <pgmodel/types/wire.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pgmodel {

/// What happens to digits that do not fit.
enum class rounding : std::uint8_t {
    half_even,  ///< to the nearest; a tie goes to the even neighbour
    half_up,    ///< to the nearest; a tie goes away from zero, as PostgreSQL rounds numeric
    down,       ///< towards zero
};

namespace detail {

__extension__ typedef __int128 int128;
__extension__ typedef unsigned __int128 uint128;

struct powers_of_ten {
    uint128 values[39]{1};
    constexpr powers_of_ten() {
        for (int i = 1; i < 39; ++i) values[i] = values[i - 1] * 10;
    }
};
inline constexpr powers_of_ten ten_to;

constexpr uint128 power_of_ten(unsigned exponent) { return ten_to.values[exponent]; }

/// A number by its digits: `units / 10^scale`.
struct decimal {
    uint128 units{};
    bool negative{};
    bool nan{};
};

/// True when `units`, cut before a digit `next` that others may follow, must go one up.
constexpr bool rounds_up(uint128 units, unsigned next, bool more, rounding how) {
    if (how == rounding::down) return false;
    if (next != 5 || more) return next >= 5;
    return how == rounding::half_up || units % 2 != 0;
}

/// Takes `e-7` off the end of the text; empty if what follows the e is no small number.
constexpr std::optional<int> take_exponent(std::string_view& text) {
    const std::size_t at = text.find_first_of("eE");
    if (at == text.npos) return 0;
    std::string_view digits = text.substr(at + 1);
    text = text.substr(0, at);
    const bool negative = !digits.empty() && digits[0] == '-';
    if (negative || (!digits.empty() && digits[0] == '+')) digits.remove_prefix(1);
    if (digits.empty() || digits.size() > 4) return {};
    int value = 0;
    for (char c : digits) {
        if (c < '0' || c > '9') return {};
        value = value * 10 + (c - '0');
    }
    return negative ? -value : value;
}

/// Reads `-19.99`, `+7`, `.5`, `3.`, `1.5e-7` and `NaN`. Empty for other text, for numbers of more than `precision`
/// digits, and, without `how`, for digits beyond the scale that are not zero.
constexpr std::optional<decimal> parse_decimal(std::string_view text, unsigned precision, unsigned scale,
                                               std::optional<rounding> how) {
    decimal out;
    if (text.size() == 3 && (text[0] | 32) == 'n' && (text[1] | 32) == 'a' && (text[2] | 32) == 'n') {
        out.nan = true;
        return out;
    }
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
        out.negative = text[0] == '-';
        text.remove_prefix(1);
    }
    const auto exponent = take_exponent(text);
    const std::size_t point = text.find('.');
    if (!exponent || text.size() > 10'000) return {};
    // The next digit's place behind the point, negative before it.
    int place = -static_cast<int>(point == text.npos ? text.size() : point) - *exponent;
    const int end = static_cast<int>(scale);
    const uint128 limit = power_of_ten(precision), most_before = (limit - 1) / 10;
    unsigned next = 0;
    bool any = false, more = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == point) continue;
        if (text[i] < '0' || text[i] > '9') return {};
        const auto digit = static_cast<unsigned>(text[i] - '0');
        any = true;
        if (place < end) {
            if (out.units > most_before) return {};
            out.units = out.units * 10 + digit;
        } else if (place == end) {
            next = digit;
        } else {
            more |= digit != 0;
        }
        ++place;
    }
    if (!any || (!how && (next != 0 || more))) return {};
    for (; place < end && out.units != 0; ++place) {
        if (out.units > most_before) return {};
        out.units *= 10;
    }
    if (how && rounds_up(out.units, next, more, *how)) ++out.units;
    if (out.units >= limit) return {};
    return out;
}

inline std::string decimal_text(uint128 units, bool negative, unsigned scale) {
    char text[48];
    char* at = text + sizeof text;
    for (unsigned i = 0; units != 0 || i <= scale; ++i) {
        if (i == scale && scale > 0) *--at = '.';
        *--at = static_cast<char>('0' + static_cast<int>(units % 10));
        units /= 10;
    }
    if (negative) *--at = '-';
    return {at, text + sizeof text};
}

// ---- the wire: a head of four 16-bit numbers, then digits to the base of 10000, without zeros at either end

inline constexpr std::uint16_t numeric_positive = 0x0000, numeric_negative = 0x4000, numeric_nan = 0xC000,
                               numeric_infinity = 0xD000, numeric_minus_infinity = 0xF000;

struct numeric_groups {
    std::uint16_t digits[20];
    int first = 0;  ///< of the digits that are used: [first, last)
    int last = 0;
    int weight = 0;  ///< the first digit counts 10000^weight
};

template <class Units>
numeric_groups split_into_groups(Units units, unsigned scale) {
    numeric_groups out;
    const int point = 10;  // digits before it are whole numbers
    Units whole = units / static_cast<Units>(power_of_ten(scale));
    Units rest = units % static_cast<Units>(power_of_ten(scale));
    out.first = point;
    while (whole != 0) {
        out.digits[--out.first] = static_cast<std::uint16_t>(whole % 10000);
        whole /= 10000;
    }
    out.last = point + static_cast<int>((scale + 3) / 4);
    int at = out.last;
    if (const unsigned partial = scale % 4; partial != 0) {
        const auto unit = static_cast<Units>(power_of_ten(partial));
        out.digits[--at] = static_cast<std::uint16_t>(rest % unit * static_cast<Units>(power_of_ten(4 - partial)));
        rest /= unit;
    }
    while (at != point) {
        out.digits[--at] = static_cast<std::uint16_t>(rest % 10000);
        rest /= 10000;
    }
    while (out.last > out.first && out.digits[out.last - 1] == 0) --out.last;
    while (out.first < out.last && out.digits[out.first] == 0) ++out.first;
    out.weight = out.first == out.last ? 0 : point - 1 - out.first;
    return out;
}

/// The digits after the head as whole units; throws `value_error` for more than `precision` digits or digits beyond the
/// scale. `Units` holds `precision` digits.
template <class Units>
Units join_groups(reader& in, int count, int weight, unsigned precision, unsigned scale) {
    const int whole = static_cast<int>(precision - scale);
    const int highest = (whole + 3) / 4 - 1;
    const auto highest_limit = static_cast<unsigned>(power_of_ten(static_cast<unsigned>(whole - 4 * highest)));
    Units units = 0;
    int missing = static_cast<int>(scale);  // decimals that no digit has filled yet
    bool leading = true;
    for (; count > 0; --count, --weight) {
        const unsigned digit = in.read<std::uint16_t>();
        if (digit > 9999) [[unlikely]] fail_value("not a numeric");
        if (leading) {
            if (digit == 0) continue;
            leading = false;
            if (weight > highest || (weight == highest && digit >= highest_limit)) [[unlikely]]
                fail_value("a number of more digits than the C++ type holds");
            missing = static_cast<int>(scale) + 4 * (weight + 1);
        }
        if (missing >= 4) {
            units = units * 10000 + digit;
            missing -= 4;
            continue;
        }
        const int kept = missing > 0 ? missing : 0;
        const auto beyond = static_cast<unsigned>(power_of_ten(static_cast<unsigned>(4 - kept)));
        if (digit % beyond != 0) [[unlikely]] fail_value("a number of more decimals than the C++ type holds");
        units = units * static_cast<Units>(power_of_ten(static_cast<unsigned>(kept))) + digit / beyond;
        missing = 0;
    }
    return leading || missing == 0 ? units : units * static_cast<Units>(power_of_ten(static_cast<unsigned>(missing)));
}

}  // namespace detail
}  // namespace pgmodel
