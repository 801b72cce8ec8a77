// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// numeric<>: an exact decimal number of any length. `#include <pgmodel/types/long_numeric.hpp>`
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/core/from_chars.hpp>
#include <pgmodel/core/min_max.hpp>
#include <pgmodel/types/magnitude.hpp>
#include <pgmodel/types/numeric.hpp>
#include <pgmodel/types/stream.hpp>

#include <charconv>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace pgmodel {

/// What a column of type `numeric` holds: up to 131072 digits before and 16383 behind the point, NaN and the
/// infinities. It keeps how many decimals it shows: 1.50 and 1.5 are equal and have the same hash, but print as they
/// came. Zero by default. Numbers of up to 28 digits ask for no memory. Results too large for PostgreSQL throw
/// `encode_error`.
template <>
class numeric<0, 0> {
public:
    numeric() = default;
    template <detail::plain_integer Integer>
    numeric(Integer value) : numeric(from_units(value < 0, unsigned_of(value), 0)) {}
    template <std::floating_point Float>
    numeric(Float) = delete;  // use from_double
    template <unsigned P, unsigned S>
        requires(P > 0)
    numeric(const numeric<P, S>& value)
        : numeric(value.is_nan() ? nan() : from_units(value.unscaled() < 0, unsigned_of(value.unscaled()), S)) {}
    /// From text, as `parse` reads it; throws `usage_error` for other text.
    explicit numeric(std::string_view text) {
        auto parsed = parse(text);
        if (!parsed) throw usage_error{"pgmodel: the text is not a number"};
        *this = *std::move(parsed);
    }

    /// Reads `-19.99`, `+7`, `.5`, `1.5e-7`, `NaN`, `Infinity`, `-inf`, and keeps all decimals. Empty for other text
    /// and for numbers outside of PostgreSQL's range.
    static std::optional<numeric> parse(std::string_view text) {
        const auto parts = detail::parse_decimal_parts(text);
        if (parts.what == detail::decimal_parts::kind::malformed) return {};
        if (parts.what == detail::decimal_parts::kind::nan) return nan();
        if (parts.what == detail::decimal_parts::kind::infinite) return parts.negative ? -infinity() : infinity();
        const int scale = static_cast<int>(parts.decimals.size()) - parts.exponent;
        if (scale > detail::most_decimals) return {};
        // Groups of four digits around the point, wherever the exponent has moved it.
        const int before = static_cast<int>(parts.whole.size()) + parts.exponent;
        detail::magnitude number;
        number.weight = (before > 0 ? before + 3 : before) / 4 - 1;
        const int blanks = 4 * (number.weight + 1) - before;
        number.digits.assign((static_cast<std::size_t>(blanks) + parts.size() + 3) / 4, u'\0');
        static constexpr unsigned unit[]{1000, 100, 10, 1};
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const std::size_t at = i + static_cast<std::size_t>(blanks);
            number.digits[at / 4] = static_cast<char16_t>(number.digits[at / 4] + parts.digit(i) * unit[at % 4]);
        }
        number.strip();
        if (number.weight > most_weight) return {};
        return make(std::move(number), parts.negative, scale > 0 ? scale : 0);
    }

    /// The shortest decimal number that reads back as `value`; NaN and the infinities are what they are.
    static numeric from_double(double value) {
        if (value != value) return nan();
        char text[32];
        const auto end = std::to_chars(text, text + sizeof text, value).ptr;
        auto made = parse(std::string_view(text, static_cast<std::size_t>(end - text)));
        return made ? *std::move(made) : nan();  // it always is a number
    }
    static numeric nan() { return special(detail::numeric_nan); }
    static numeric infinity() { return special(detail::numeric_infinity); }

    bool is_nan() const { return sign_ == detail::numeric_nan; }
    /// Neither NaN nor infinite.
    bool is_finite() const { return sign_ == detail::numeric_positive || sign_ == detail::numeric_negative; }
    /// -1, 0 or 1; 0 for NaN.
    int sign() const {
        if (is_nan() || (is_finite() && number_.is_zero())) return 0;
        return is_negative() ? -1 : 1;
    }
    /// How many decimals it shows; 0 for NaN and the infinities.
    int scale() const { return scale_; }

    /// With as many decimals as `scale()` says; `NaN`, `Infinity`, `-Infinity`.
    std::string to_string() const {
        if (is_nan()) return "NaN";
        if (!is_finite()) return is_negative() ? "-Infinity" : "Infinity";
        return detail::groups_text(number_.digits.data(), number_.count(), number_.weight, scale_, is_negative());
    }
    /// The nearest double; throws `usage_error` where that would be infinite and the number is not.
    double to_double() const {
        if (is_nan()) return std::numeric_limits<double>::quiet_NaN();
        if (!is_finite())
            return is_negative() ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
        double value = 0;
        const std::string text = to_string();
        const auto error = detail::from_chars(text.data(), text.data() + text.size(), value).ec;
        if (error != std::errc{} && number_.weight >= 0) [[unlikely]]
            throw usage_error{"pgmodel: the number is outside of double's range"};
        return error == std::errc{} ? value : 0.0;
    }
    /// Throws `usage_error` for what is no integer and for what the type cannot hold.
    template <detail::plain_integer Integer>
    Integer to_integer() const {
        if (!is_finite() || number_.decimals() > 0 || number_.whole_digits() > 20) [[unlikely]]
            detail::fail_no_integer();
        return to<20, 0>().template to_integer<Integer>();
    }
    /// With P digits, S of them behind the point; throws `encode_error` when it does not fit, without a rounding also
    /// when it has more decimals.
    template <unsigned P, unsigned S>
    numeric<P, S> to(std::optional<rounding> how = {}) const {
        using other = numeric<P, S>;
        if (is_nan()) return other::nan();
        detail::magnitude number = number_;
        if (how) detail::round_magnitude(number, S, *how);
        if (!is_finite() || number.decimals() > static_cast<int>(S) || number.whole_digits() > static_cast<int>(P - S))
            [[unlikely]]
            detail::fail_numeric_range(other::name);
        std::size_t next = 0;
        const auto units = detail::join_groups<detail::uint128>([&] { return unsigned{number.digits[next++]}; },
                                                                number.count(), number.weight, P, S);
        const auto value = static_cast<typename other::rep>(units);
        return other::from_unscaled(is_negative() ? -value : value);
    }
    template <unsigned P, unsigned S>
        requires(P > 0)
    explicit operator numeric<P, S>() const {
        return to<P, S>();
    }

    /// Rounded to so many decimals, or, below 0, to tens, hundreds ...; shows them (as the server's round()).
    numeric round(int decimals, rounding how) const {
        if (!is_finite()) return *this;
        const int kept = std::min(std::max(decimals, -4 * (most_weight + 2)), detail::most_decimals);
        detail::magnitude number = number_;
        detail::round_magnitude(number, kept, how);
        return make(std::move(number), is_negative(), std::max(kept, 0));
    }

    friend numeric abs(const numeric& value) { return value.is_negative() ? -value : value; }
    numeric operator-() const {
        numeric out = *this;
        if (out.sign() != 0) out.sign_ = opposite(out.sign_);
        return out;
    }
    /// Shows the decimals of the one that shows more.
    friend numeric operator+(const numeric& a, const numeric& b) {
        if (!a.is_finite() || !b.is_finite()) {
            if (a.is_nan() || b.is_nan()) return nan();
            if (!a.is_finite() && !b.is_finite() && a.sign_ != b.sign_) return nan();
            return a.is_finite() ? b : a;
        }
        const int scale = std::max(a.scale_, b.scale_);
        if (a.sign_ == b.sign_) return make(combine(a.number_, b.number_, false), a.is_negative(), scale);
        if (a.number_ < b.number_) return make(combine(b.number_, a.number_, true), b.is_negative(), scale);
        return make(combine(a.number_, b.number_, true), a.is_negative(), scale);
    }
    friend numeric operator-(const numeric& a, const numeric& b) { return a + -b; }
    /// Exact, with the decimals of both; only beyond 16383 decimals it is rounded half up, as by the server.
    friend numeric operator*(const numeric& a, const numeric& b) {
        const bool negative = a.sign() * b.sign() < 0;
        if (!a.is_finite() || !b.is_finite())
            return a.sign() * b.sign() == 0 ? nan() : negative ? -infinity() : infinity();
        auto product = multiply(a.number_, b.number_);
        const int scale = std::min(a.scale_ + b.scale_, detail::most_decimals);
        if (scale < a.scale_ + b.scale_) detail::round_magnitude(product, scale, half_up);
        return make(std::move(product), negative, scale);
    }
    /// Refused: how many decimals a quotient has, and how it is rounded, is said by `divide`.
    template <class Divisor>
        requires(std::is_arithmetic_v<Divisor> || std::is_same_v<Divisor, numeric> || requires { Divisor::scale; })
    friend numeric operator/(const numeric& a, const Divisor&) {
        static_assert(sizeof(Divisor*) == 0,
                      "pgmodel: a quotient of numerics can have any number of decimals; say how many, and how it is "
                      "rounded: divide(a, b, 2, pgmodel::half_even)");
        return a;
    }
    /// `a / b` with so many decimals: `divide(total, quantity, 4, pg::half_even)`. Throws `usage_error` for a division
    /// by zero and for more than 16383 or less than 0 decimals.
    friend numeric divide(const numeric& a, const numeric& b, int decimals, rounding how) {
        if (decimals < 0 || decimals > detail::most_decimals) [[unlikely]]
            throw usage_error{"pgmodel: a quotient has 0 to 16383 decimals"};
        if (a.is_nan() || b.is_nan()) return nan();
        if (b.sign() == 0) [[unlikely]]
            throw usage_error{"pgmodel: division by zero"};
        const bool negative = a.sign() * b.sign() < 0;
        if (!a.is_finite()) return !b.is_finite() ? nan() : negative ? -infinity() : infinity();
        if (!b.is_finite()) return {};
        return make(divide_magnitude(a.number_, b.number_, decimals, how), negative, decimals);
    }
    numeric& operator+=(const numeric& other) { return *this = *this + other; }
    numeric& operator-=(const numeric& other) { return *this = *this - other; }
    numeric& operator*=(const numeric& other) { return *this = *this * other; }

    friend bool operator==(const numeric& a, const numeric& b) { return a.sign_ == b.sign_ && a.number_ == b.number_; }
    /// As the server: NaN is equal to itself and above all others, infinity too.
    friend std::strong_ordering operator<=>(const numeric& a, const numeric& b) {
        if (a.rank() != b.rank() || a.rank() % 2 == 0) return a.rank() <=> b.rank();
        return a.is_negative() ? b.number_ <=> a.number_ : a.number_ <=> b.number_;
    }

private:
    friend struct codec<numeric<0, 0>>;
    friend struct std::hash<numeric<0, 0>>;

    static constexpr int most_weight = 32767;

    static constexpr std::uint16_t opposite(std::uint16_t sign) {
        // Two pairs of the binary format: 0 and 4000, d000 and f000.
        return sign <= detail::numeric_negative ? sign ^ detail::numeric_negative
                                                : sign ^ (detail::numeric_infinity ^ detail::numeric_minus_infinity);
    }
    bool is_negative() const { return sign_ == detail::numeric_negative || sign_ == detail::numeric_minus_infinity; }
    /// In the order of the numbers; odd where the digits decide.
    int rank() const {
        switch (sign_) {
            case detail::numeric_minus_infinity: return 0;
            case detail::numeric_negative: return 1;
            case detail::numeric_positive: return 3;
            case detail::numeric_infinity: return 4;
            default: return 6;
        }
    }
    static numeric special(std::uint16_t sign) {
        numeric out;
        out.sign_ = sign;
        return out;
    }
    static numeric make(detail::magnitude number, bool negative, int scale) {
        if (number.weight > most_weight) [[unlikely]]
            throw encode_error{"pgmodel: a number of more than 131072 digits before its point"};
        numeric out;
        out.sign_ = negative && !number.is_zero() ? detail::numeric_negative : detail::numeric_positive;
        out.number_ = std::move(number);
        out.scale_ = scale;
        return out;
    }
    template <class Integer>
    static detail::uint128 unsigned_of(Integer value) {
        const auto wide = static_cast<detail::uint128>(value);
        return value < 0 ? -wide : wide;
    }
    static numeric from_units(bool negative, detail::uint128 units, unsigned scale) {
        const auto groups = detail::split_into_groups(units, scale);
        detail::magnitude number{{groups.digits + groups.first, groups.digits + groups.last}, groups.weight};
        return make(std::move(number), negative, static_cast<int>(scale));
    }

    detail::magnitude number_{};
    int scale_ = 0;
    std::uint16_t sign_ = detail::numeric_positive;
};

template <>
struct codec<numeric<>> {
    static constexpr type_ref type{1700, "numeric"};
    static constexpr type_ref array_type{1231, "numeric[]"};

    static std::size_t size(const numeric<>& value) { return 8 + 2 * value.number_.digits.size(); }
    static void encode(const numeric<>& value, writer& out) {
        detail::write_numeric_head(out, {value.number_.count(), value.number_.weight, value.sign_, value.scale_});
        for (const std::uint16_t digit : value.number_.digits) out.write(digit);
    }
    static numeric<> decode(reader in) {
        const auto head = detail::read_numeric_head(in);
        if (static_cast<std::size_t>(head.count) * 2 > in.left()) [[unlikely]]
            detail::fail_value("the value is shorter than its type");
        numeric<> out;
        out.sign_ = head.sign;
        out.number_ = {std::u16string(static_cast<std::size_t>(head.count), u'\0'), out.is_finite() ? head.weight : 0};
        for (auto& digit : out.number_.digits) digit = static_cast<char16_t>(detail::read_group(in));
        in.finish();
        if (!out.is_finite()) return out;
        out.number_.strip();
        out.scale_ = head.scale;
        if (out.number_.is_zero()) out.sign_ = detail::numeric_positive;
        if (out.number_.decimals() > head.scale) [[unlikely]]
            detail::fail_value("a numeric of more decimals than it shows");
        return out;
    }
    static std::string text(const numeric<>& value) { return value.to_string(); }
};

}  // namespace pgmodel

template <>
struct std::hash<pgmodel::numeric<>> {
    std::size_t operator()(const pgmodel::numeric<>& value) const noexcept {
        return pgmodel::detail::hash_of(value.sign_, value.number_.weight,
                                        std::hash<std::u16string>{}(value.number_.digits));
    }
};
