// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// numeric<P, S>: an exact decimal number of P digits, S of them after the point. numeric<>, of any length, is in
// types/long_numeric.hpp; sums and products of different types in types/numeric_operators.hpp.
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/core/from_chars.hpp>
#include <pgmodel/core/identifier.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/types/codec.hpp>
#include <pgmodel/types/decimal.hpp>
#include <pgmodel/types/integer.hpp>

#include <charconv>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace pgmodel {
namespace detail {

/// `numeric(10,2)`, as PostgreSQL prints it.
template <unsigned P, unsigned S>
struct numeric_name {
    static constexpr auto buffer = [] {
        text_buffer<16> out;
        const auto number = [&](unsigned n) {
            if (n >= 10) out.push_back(static_cast<char>('0' + n / 10));
            out.push_back(static_cast<char>('0' + n % 10));
        };
        out.append("numeric(");
        number(P);
        out.push_back(',');
        number(S);
        out.push_back(')');
        return out;
    }();
    static constexpr std::string_view text = buffer.view();
};

[[noreturn]] void fail_numeric_range(std::string_view type);

[[noreturn]] void fail_no_integer();

}  // namespace detail

/// An exact decimal number, zero by default: a whole number of units of 10^-S, in 64 bits up to 18 digits, else in 128.
/// Made from integers and text, from floating point only by name. NaN is a value, equal to itself and greater than all
/// others, as in PostgreSQL. What leaves the range throws `encode_error`, in constants it does not compile.
/// `numeric<>` is a number of any length: `#include <pgmodel/types/long_numeric.hpp>`
template <unsigned P = 0, unsigned S = 0>
class numeric {
    static_assert(P > 0 || S > 0,
                  "pgmodel: numeric<> has a header of its own; #include <pgmodel/types/long_numeric.hpp>");
    static_assert(P <= 38 && S <= P, "pgmodel: numeric<P, S> needs 1 <= P <= 38 and S <= P; use numeric<> for others");

public:
    using rep = std::conditional_t<P <= 18, std::int64_t, detail::int128>;
    static constexpr unsigned precision = P;
    static constexpr unsigned scale = S;
    /// A rounding or none. It depends on the digits, so that it is compiled only for programs with such numbers.
    using optional_rounding = std::optional<std::conditional_t<(P > 0), rounding, void>>;

    constexpr numeric() = default;
    template <detail::plain_integer Integer>
    constexpr numeric(Integer value) {
        const auto wide = static_cast<detail::int128>(value);
        constexpr auto whole_limit = static_cast<detail::int128>(detail::power_of_ten(P - S));
        if (wide >= whole_limit || wide <= -whole_limit) [[unlikely]]
            detail::fail_numeric_range(name);
        units_ = static_cast<rep>(static_cast<rep>(wide) * unit);
    }
    template <std::floating_point Float>
    numeric(Float) = delete;  // pgmodel: a numeric is exact, and a double is not; give "9.99", or from_double(x)
    /// From other digits; explicit where not all of them need fit: throws `encode_error` when they do not, and rounds
    /// nothing (see `to`).
    template <unsigned P2, unsigned S2>
        requires(P2 > 0 && (P2 != P || S2 != S))
    constexpr explicit(S2 > S || P2 - S2 > P - S) numeric(const numeric<P2, S2>& other)
        : numeric(other.template to<P, S>()) {}
    /// From text, as `parse` reads it; throws `usage_error` for other text (in a constant: it does not compile).
    constexpr explicit numeric(std::string_view text) {
        const auto parsed = parse(text);
        if (!parsed) throw usage_error{"pgmodel: the text is not a number that fits into " + std::string{name}};
        *this = *parsed;
    }

    /// Reads `-19.99`, `+7`, `.5`, `1.5e3` and `NaN`. Empty for other text, for too many digits, and for decimals
    /// beyond the scale that are not zero: name a rounding to accept those.
    static constexpr std::optional<numeric> parse(std::string_view text, optional_rounding how = {}) {
        const auto parsed = detail::parse_decimal(text, P, S, how);
        if (!parsed.readable) return {};
        if (parsed.nan) return nan();
        return from_unscaled(parsed.negative ? -static_cast<rep>(parsed.units) : static_cast<rep>(parsed.units));
    }

    /// Rounds the shortest decimal number that reads back as `value`: 1.005 is 1.005 here, although the nearest binary
    /// number is a little smaller.
    static numeric from_double(double value, rounding how) {
        if (value != value) return nan();
        char text[32];
        const auto end = std::to_chars(text, text + sizeof text, value).ptr;
        const auto parsed = parse(std::string_view(text, static_cast<std::size_t>(end - text)), how);
        if (!parsed) [[unlikely]]
            detail::fail_numeric_range(name);  // infinities, too
        return *parsed;
    }
    /// `from_unscaled(1999)` is 19.99 for a scale of 2.
    static constexpr numeric from_unscaled(rep units) {
        if (units >= limit || units <= -limit) [[unlikely]]
            detail::fail_numeric_range(name);
        numeric out;
        out.units_ = units;
        return out;
    }
    static constexpr numeric nan() {
        numeric out;
        out.units_ = nan_units;
        return out;
    }

    constexpr bool is_nan() const { return units_ == nan_units; }
    /// The number in units of 10^-S; meaningless for NaN.
    constexpr rep unscaled() const { return units_; }

    /// With all decimals: `5.00`.
    std::string to_string() const {
        if (is_nan()) return "NaN";
        const auto groups = detail::split_into_groups(magnitude(), S);
        return detail::groups_text(groups.digits + groups.first, groups.last - groups.first, groups.weight, S,
                                   units_ < 0);
    }
    /// Throws `usage_error` for NaN, for decimals that are not zero, and for what the type cannot hold.
    template <detail::plain_integer Integer>
    constexpr Integer to_integer() const {
        const auto whole = units_ / unit;
        if (is_nan() || units_ % unit != 0 || whole < std::numeric_limits<Integer>::min() ||
            (whole > 0 && static_cast<detail::uint128>(whole) > std::numeric_limits<Integer>::max())) [[unlikely]]
            detail::fail_no_integer();
        return static_cast<Integer>(whole);
    }
    /// The nearest double; exact only for few numbers.
    double to_double() const {
        if (is_nan()) return std::numeric_limits<double>::quiet_NaN();
        double value = 0;
        const std::string text = to_string();
        detail::from_chars(text.data(), text.data() + text.size(), value);
        return value;
    }
    /// The same number with other digits; throws `encode_error` when it does not fit, without a rounding also when it
    /// has more decimals.
    template <unsigned P2, unsigned S2>
    constexpr numeric<P2, S2> to(optional_rounding how = {}) const {
        using other = numeric<P2, S2>;
        if (is_nan()) return other::nan();
        detail::uint128 units = magnitude();
        if constexpr (S2 >= S) {
            if (units > (detail::power_of_ten(P2) - 1) / detail::power_of_ten(S2 - S)) [[unlikely]]
                detail::fail_numeric_range(other::name);
            units *= detail::power_of_ten(S2 - S);
        } else {
            const auto cut = detail::power_of_ten(S - S2), rest = units % cut;
            units /= cut;
            const auto next = static_cast<unsigned>(rest / (cut / 10));
            if (!how && rest != 0) [[unlikely]]
                detail::fail_numeric_range(other::name);
            if (how && detail::rounds_up(units, next, rest % (cut / 10) != 0, *how)) ++units;
            if (units >= detail::power_of_ten(P2)) [[unlikely]]
                detail::fail_numeric_range(other::name);
        }
        const auto value = static_cast<typename other::rep>(units);
        return other::from_unscaled(units_ < 0 ? -value : value);
    }

    /// Rounded to `Decimals`, in a type with room for the result: `(price * quantity).round<2>(pg::half_even)`.
    template <unsigned Decimals>
    constexpr auto round(rounding how) const {
        static_assert(Decimals <= 38, "pgmodel: a numeric has at most 38 decimals");
        // One digit more: 9.9 is rounded to 10.
        constexpr unsigned digits = P - S + Decimals + (Decimals < S ? 1 : 0);
        return to<(digits < 38 ? digits : 38), Decimals>(how);
    }

    friend constexpr numeric abs(const numeric& value) { return value.units_ < 0 ? -value : value; }
    constexpr numeric operator-() const { return is_nan() ? *this : from_unscaled(-units_); }
    constexpr numeric& operator+=(const numeric& other) {
        if (is_nan() || other.is_nan()) return *this = nan();
        rep sum{};
        if (detail::add_overflows(units_, other.units_, sum)) [[unlikely]]
            detail::fail_numeric_range(name);
        return *this = from_unscaled(sum);
    }
    constexpr numeric& operator-=(const numeric& other) { return *this += -other; }
    constexpr numeric& operator*=(const detail::plain_integer auto& factor) {
        if (is_nan()) return *this;
        rep product{};
        if (detail::multiply_overflows(units_, factor, product)) [[unlikely]]
            detail::fail_numeric_range(name);
        return *this = from_unscaled(product);
    }
    friend constexpr numeric operator+(numeric a, const numeric& b) { return a += b; }
    friend constexpr numeric operator-(numeric a, const numeric& b) { return a -= b; }
    friend constexpr numeric operator*(numeric a, const detail::plain_integer auto& b) { return a *= b; }
    friend constexpr numeric operator*(const detail::plain_integer auto& a, numeric b) { return b *= a; }

    friend constexpr bool operator==(const numeric&, const numeric&) = default;
    friend constexpr std::strong_ordering operator<=>(const numeric& a, const numeric& b) {
        if (a.is_nan() || b.is_nan()) return a.is_nan() <=> b.is_nan();
        return a.units_ < b.units_   ? std::strong_ordering::less
               : a.units_ > b.units_ ? std::strong_ordering::greater
                                     : std::strong_ordering::equal;
    }
    /// With integers of any size: `price >= 0`.
    friend constexpr std::strong_ordering operator<=>(const numeric& a, const detail::plain_integer auto& b) {
        if (a.is_nan()) return std::strong_ordering::greater;
        const auto whole = static_cast<detail::int128>(a.units_ / unit);
        const auto other = static_cast<detail::int128>(b);
        if (whole != other) return whole < other ? std::strong_ordering::less : std::strong_ordering::greater;
        return a.units_ % unit <=> 0;
    }
    friend constexpr bool operator==(const numeric& a, const detail::plain_integer auto& b) { return (a <=> b) == 0; }

    static constexpr std::string_view name = detail::numeric_name<P, S>::text;

private:
    static constexpr rep unit = static_cast<rep>(detail::power_of_ten(S));
    static constexpr rep limit = static_cast<rep>(detail::power_of_ten(P));
    static constexpr rep nan_units = static_cast<rep>(static_cast<detail::uint128>(1) << (sizeof(rep) * 8 - 1));

    constexpr detail::uint128 magnitude() const { return static_cast<detail::uint128>(units_ < 0 ? -units_ : units_); }

    rep units_ = 0;
};

template <unsigned P, unsigned S>
struct codec<numeric<P, S>> {
    static constexpr type_ref type{1700, "numeric"};
    static constexpr type_ref array_type{1231, "numeric[]"};
    static constexpr std::string_view declared = detail::numeric_name<P, S>::text;

    static std::size_t size(const numeric<P, S>& value) {
        if (value.is_nan()) return 8;
        const auto groups = split(value);
        return 8 + 2 * static_cast<std::size_t>(groups.last - groups.first);
    }
    static void encode(const numeric<P, S>& value, writer& out) {
        if (value.is_nan()) {
            detail::write_numeric_head(out, {0, 0, detail::numeric_nan, 0});
            return;
        }
        const auto groups = split(value);
        const auto sign = value.unscaled() < 0 ? detail::numeric_negative : detail::numeric_positive;
        detail::write_numeric_head(out, {groups.last - groups.first, groups.weight, sign, S});
        for (int i = groups.first; i < groups.last; ++i) out.write(groups.digits[i]);
    }
    static numeric<P, S> decode(reader in) {
        const auto head = detail::read_numeric_head(in);
        const auto units =
            detail::join_groups<unsigned_rep>([&] { return detail::read_group(in); }, head.count, head.weight, P, S);
        in.finish();
        const auto value = static_cast<typename numeric<P, S>::rep>(units);
        if (head.sign == detail::numeric_positive) return numeric<P, S>::from_unscaled(value);
        if (head.sign == detail::numeric_negative) return numeric<P, S>::from_unscaled(-value);
        if (head.sign == detail::numeric_nan) return numeric<P, S>::nan();
        detail::fail_value("an infinity, which the C++ type does not hold");
    }
    static std::string text(const numeric<P, S>& value) { return value.to_string(); }

private:
    using unsigned_rep = std::conditional_t<P <= 18, std::uint64_t, detail::uint128>;
    static detail::numeric_groups split(const numeric<P, S>& value) {
        const auto units = value.unscaled();
        return detail::split_into_groups(static_cast<unsigned_rep>(units < 0 ? -units : units), S);
    }
};

}  // namespace pgmodel

template <unsigned P, unsigned S>
struct std::hash<pgmodel::numeric<P, S>> {
    std::size_t operator()(const pgmodel::numeric<P, S>& number) const noexcept {
        const auto units = static_cast<pgmodel::detail::uint128>(number.unscaled());
        return static_cast<std::size_t>((units ^ units >> 64) * 0x9E3779B97F4A7C15u);
    }
};

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/types/impl/numeric.ipp>
#endif
