// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Decimal text, whole numbers of up to 38 digits and the binary format: what numeric<P, S> and numeric<> are made of.
#pragma once

#include <pgmodel/core/min_max.hpp>
#include <pgmodel/types/int128.hpp>
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
    up,         ///< away from zero
};
using rounding::half_even;
using rounding::half_up;

namespace detail {

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
    bool readable{};  ///< false: the text was no number that fits
};

/// True when `units`, cut before a digit `next` that others may follow, must go one up.
constexpr bool rounds_up(uint128 units, unsigned next, bool more, rounding how) {
    if (how == rounding::down || how == rounding::up) return how == rounding::up && (next != 0 || more);
    if (next != 5 || more) return next >= 5;
    return how == rounding::half_up || units % 2 != 0;
}

/// Takes `e-7` off the end of the text; false if what follows the e is no small number.
constexpr bool take_exponent(std::string_view& text, int& exponent) {
    const std::size_t at = text.find_first_of("eE");
    if (at == text.npos) return true;
    std::string_view digits = text.substr(at + 1);
    text = text.substr(0, at);
    const bool negative = !digits.empty() && digits[0] == '-';
    if (negative || (!digits.empty() && digits[0] == '+')) digits.remove_prefix(1);
    if (digits.empty() || digits.size() > 6) return false;
    int value = 0;
    for (char c : digits) {
        if (c < '0' || c > '9') return false;
        value = value * 10 + (c - '0');
    }
    exponent = negative ? -value : value;
    return true;
}

/// A number's text, taken apart.
struct decimal_parts {
    enum class kind : std::uint8_t { malformed, finite, infinite, nan } what = kind::malformed;
    bool negative = false;
    std::string_view whole{}, decimals{};  ///< digits before and behind the point
    int exponent = 0;                      ///< the point is so many digits further to the right

    constexpr std::size_t size() const { return whole.size() + decimals.size(); }
    constexpr unsigned digit(std::size_t i) const {
        return static_cast<unsigned>((i < whole.size() ? whole[i] : decimals[i - whole.size()]) - '0');
    }
};

constexpr bool is_word_in_any_case(std::string_view text, std::string_view word) {
    if (text.size() != word.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((text[i] | 32) != word[i]) return false;
    return true;
}
/// Reads `-19.99`, `+7`, `.5`, `3.`, `1.5e-7`, `NaN`, `-Infinity`, `inf`; other text is malformed.
constexpr decimal_parts parse_decimal_parts(std::string_view text) {
    decimal_parts out;
    if (is_word_in_any_case(text, "nan")) {
        out.what = decimal_parts::kind::nan;
        return out;
    }
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
        out.negative = text[0] == '-';
        text.remove_prefix(1);
    }
    if (is_word_in_any_case(text, "infinity") || is_word_in_any_case(text, "inf")) {
        out.what = decimal_parts::kind::infinite;
        return out;
    }
    if (!take_exponent(text, out.exponent) || text.size() > 200'000) return {};
    // Not find(): with -fsanitize=undefined g++ takes its test of a pointer for no constant.
    std::size_t point = 0;
    while (point < text.size() && text[point] != '.') ++point;
    out.whole = text.substr(0, point);
    if (point < text.size()) out.decimals = text.substr(point + 1);
    for (const auto part : {out.whole, out.decimals})
        for (char c : part)
            if (c < '0' || c > '9') return {};
    if (out.size() != 0) out.what = decimal_parts::kind::finite;
    return out;
}

/// Reads what `parse_decimal_parts` does. Not readable are other text, infinities, numbers of more than `precision`
/// digits, and, without `how`, digits beyond the scale that are not zero.
template <class Rounding = rounding>
constexpr decimal parse_decimal(std::string_view text, unsigned precision, unsigned scale,
                                std::optional<Rounding> how) {
    const decimal_parts parts = parse_decimal_parts(text);
    if (parts.what == decimal_parts::kind::malformed || parts.what == decimal_parts::kind::infinite) return {};
    decimal out;
    out.negative = parts.negative;
    out.nan = parts.what == decimal_parts::kind::nan;
    // The next digit's place behind the point, negative before it.
    int place = -static_cast<int>(parts.whole.size()) - parts.exponent;
    const int end = static_cast<int>(scale);
    const uint128 limit = power_of_ten(precision), most_before = (limit - 1) / 10;
    unsigned next = 0;
    bool more = false;
    for (std::size_t i = 0; i < parts.size(); ++i, ++place) {
        const unsigned digit = parts.digit(i);
        if (place < end) {
            if (out.units > most_before) return {};
            out.units = out.units * 10 + digit;
        } else if (place == end) {
            next = digit;
        } else {
            more |= digit != 0;
        }
    }
    if (!how && (next != 0 || more)) return {};
    for (; place < end && out.units != 0; ++place) {
        if (out.units > most_before) return {};
        out.units *= 10;
    }
    if (how && rounds_up(out.units, next, more, *how)) ++out.units;
    out.readable = out.units < limit;
    return out;
}

// ---- the wire: a head of four 16-bit numbers, then digits to the base of 10000, without zeros at either end

inline constexpr std::uint16_t numeric_positive = 0x0000, numeric_negative = 0x4000, numeric_nan = 0xC000,
                               numeric_infinity = 0xD000, numeric_minus_infinity = 0xF000;
inline constexpr int most_decimals = 0x3FFF;
inline constexpr int most_groups = 32768 + (most_decimals + 3) / 4;

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

/// `-19.99`: digits to the base of 10000, of which the first counts 10000^weight, with `scale` decimals.
template <class Digit>
std::string groups_text(const Digit* digits, int count, int weight, int scale, bool negative) {
    std::string out;
    out.reserve(static_cast<std::size_t>(weight > 0 ? weight : 0) * 4 + static_cast<std::size_t>(scale + 7));
    const auto append = [&](int exponent, int most) {
        const int at = weight - exponent;
        const unsigned group = at >= 0 && at < count ? digits[at] : 0;
        const char text[]{static_cast<char>('0' + group / 1000), static_cast<char>('0' + group / 100 % 10),
                          static_cast<char>('0' + group / 10 % 10), static_cast<char>('0' + group % 10)};
        out.append(text, static_cast<std::size_t>(most));
    };
    if (negative) out.push_back('-');
    const std::size_t begin = out.size();
    for (int exponent = weight; exponent >= 0; --exponent) append(exponent, 4);
    out.erase(begin, std::min(out.find_first_not_of('0', begin), out.size()) - begin);
    if (out.size() == begin) out.push_back('0');
    if (scale > 0) out.push_back('.');
    for (int exponent = -1; scale > 0; --exponent, scale -= 4) append(exponent, scale < 4 ? scale : 4);
    return out;
}

struct numeric_head {
    int count;
    int weight;
    std::uint16_t sign;
    int scale;  ///< decimals to show
};
inline numeric_head read_numeric_head(reader& in) {
    numeric_head out{in.read<std::uint16_t>(), in.read<std::int16_t>(), in.read<std::uint16_t>(),
                     in.read<std::uint16_t>()};
    const bool finite = out.sign == numeric_positive || out.sign == numeric_negative;
    if (!finite && out.sign != numeric_nan && out.sign != numeric_infinity && out.sign != numeric_minus_infinity)
        [[unlikely]]
        fail_value("not a numeric");
    if (out.count > most_groups || (finite ? out.scale > most_decimals : out.count != 0)) [[unlikely]]
        fail_value("not a numeric");
    return out;
}
inline void write_numeric_head(writer& out, const numeric_head& head) {
    out.write(static_cast<std::uint16_t>(head.count));
    out.write(static_cast<std::int16_t>(head.weight));
    out.write(head.sign);
    out.write(static_cast<std::uint16_t>(head.scale));
}
inline unsigned read_group(reader& in) {
    const unsigned group = in.read<std::uint16_t>();
    if (group > 9999) [[unlikely]]
        fail_value("not a numeric");
    return group;
}

/// The digits that `next()` gives, one after the other, as whole units; throws `value_error` for more than `precision`
/// digits or digits beyond the scale. `Units` holds `precision` digits.
template <class Units, class Next>
Units join_groups(Next next, int count, int weight, unsigned precision, unsigned scale) {
    const int whole = static_cast<int>(precision - scale);
    const int highest = (whole + 3) / 4 - 1;
    const auto highest_limit = static_cast<unsigned>(power_of_ten(static_cast<unsigned>(whole - 4 * highest)));
    Units units = 0;
    int missing = static_cast<int>(scale);  // decimals that no digit has filled yet
    bool leading = true;
    for (; count > 0; --count, --weight) {
        const unsigned digit = next();
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
        if (digit % beyond != 0) [[unlikely]]
            fail_value("a number of more decimals than the C++ type holds");
        units = units * static_cast<Units>(power_of_ten(static_cast<unsigned>(kept))) + digit / beyond;
        missing = 0;
    }
    return leading || missing == 0 ? units : units * static_cast<Units>(power_of_ten(static_cast<unsigned>(missing)));
}

}  // namespace detail
}  // namespace pgmodel
