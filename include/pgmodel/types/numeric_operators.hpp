// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Sums, products, quotients and comparisons of numeric<P, S> of different types. The result's type has room for every
// result as far as 38 digits go; beyond, it is checked (`encode_error`).
#pragma once

#include <pgmodel/core/min_max.hpp>
#include <pgmodel/types/numeric.hpp>

#include <compare>

namespace pgmodel {
namespace detail {

template <unsigned P, unsigned S>
concept fixed_numeric = (P > 0 && P <= 38 && S <= P);

/// The least type that holds the numbers of both.
template <class A, class B>
using common_numeric =
    numeric<std::min(38u, std::max(A::precision - A::scale, B::precision - B::scale) + std::max(A::scale, B::scale)),
            std::max(A::scale, B::scale)>;

}  // namespace detail

/// Of the least type that holds the numbers of both; a sum with more digits throws `encode_error`.
template <unsigned P1, unsigned S1, unsigned P2, unsigned S2>
    requires(detail::fixed_numeric<P1, S1> && detail::fixed_numeric<P2, S2> && (P1 != P2 || S1 != S2))
constexpr auto operator+(const numeric<P1, S1>& a, const numeric<P2, S2>& b) {
    using sum = detail::common_numeric<numeric<P1, S1>, numeric<P2, S2>>;
    return sum(a) + sum(b);
}
template <unsigned P1, unsigned S1, unsigned P2, unsigned S2>
    requires(detail::fixed_numeric<P1, S1> && detail::fixed_numeric<P2, S2> && (P1 != P2 || S1 != S2))
constexpr auto operator-(const numeric<P1, S1>& a, const numeric<P2, S2>& b) {
    return a + -b;
}

/// Exact: `numeric<P1 + P2, S1 + S2>`. Where that is more than 38 digits, one of 38, and a product that has more throws
/// `encode_error`.
template <unsigned P1, unsigned S1, unsigned P2, unsigned S2>
    requires(detail::fixed_numeric<P1, S1> && detail::fixed_numeric<P2, S2>)
constexpr auto operator*(const numeric<P1, S1>& a, const numeric<P2, S2>& b) {
    static_assert(S1 + S2 <= 38,
                  "pgmodel: the product has more than 38 decimals; round a factor first, or use numeric<>");
    using product = numeric<std::min(38u, P1 + P2), std::min(38u, S1 + S2)>;
    if (a.is_nan() || b.is_nan()) return product::nan();
    typename product::rep units{};
    if (detail::multiply_overflows(a.unscaled(), b.unscaled(), units)) [[unlikely]]
        detail::fail_numeric_range(product::name);
    return product::from_unscaled(units);
}

/// `a / b` with so many decimals: `divide<4>(total, quantity, pg::half_even)`. Throws `usage_error` for a division by
/// zero, `encode_error` for more than 38 digits (also on the way: digits of `a`, decimals asked for and decimals of
/// `b`).
template <unsigned Decimals, unsigned P1, unsigned S1, unsigned P2, unsigned S2>
    requires(detail::fixed_numeric<P1, S1> && detail::fixed_numeric<P2, S2>)
constexpr auto divide(const numeric<P1, S1>& a, const numeric<P2, S2>& b, rounding how) {
    static_assert(Decimals <= 38, "pgmodel: a numeric has at most 38 decimals");
    using quotient = numeric<38, Decimals>;
    if (a.is_nan() || b.is_nan()) return quotient::nan();
    if (b == 0) [[unlikely]]
        throw usage_error{"pgmodel: division by zero"};
    const bool negative = (a.unscaled() < 0) != (b.unscaled() < 0);
    auto above = static_cast<detail::uint128>(abs(a).unscaled()),
         below = static_cast<detail::uint128>(abs(b).unscaled());
    constexpr int shift = static_cast<int>(Decimals + S2) - static_cast<int>(S1);
    auto& grows = shift >= 0 ? above : below;
    for (int i = shift; i != 0; i += shift > 0 ? -1 : 1)
        if (detail::multiply_overflows(grows, detail::uint128{10}, grows)) [[unlikely]]
            detail::fail_numeric_range(quotient::name);
    detail::uint128 units = above / below, rest = above % below;
    // Half of `below` or more, without doubling the rest, which could overflow.
    const auto other = below - rest;
    const unsigned next = rest < other ? (rest != 0 ? 4 : 0) : 5;
    if (detail::rounds_up(units, next, rest > other || next == 4, how)) ++units;
    if (units >= detail::power_of_ten(38)) [[unlikely]]
        detail::fail_numeric_range(quotient::name);
    const auto value = static_cast<detail::int128>(units);
    return quotient::from_unscaled(static_cast<typename quotient::rep>(negative ? -value : value));
}

template <unsigned Decimals, unsigned P, unsigned S, class Integer>
    requires(detail::fixed_numeric<P, S> && std::is_integral_v<Integer> && !std::is_same_v<Integer, bool>)
constexpr auto divide(const numeric<P, S>& a, Integer b, rounding how) {
    return divide<Decimals>(a, numeric<20>{b}, how);
}

/// Refused: how many decimals a quotient has, and how it is rounded, is said by `divide`.
template <unsigned P, unsigned S, class Divisor>
    requires(detail::fixed_numeric<P, S> && (std::is_arithmetic_v<Divisor> || requires { Divisor::scale; }))
constexpr auto operator/(const numeric<P, S>& a, const Divisor&) {
    static_assert(
        !detail::fixed_numeric<P, S>,
        "pgmodel: a quotient of numerics can have any number of decimals; say how many, and how it is rounded: "
        "divide<2>(a, b, pgmodel::half_even)");
    return a;
}

template <unsigned P1, unsigned S1, unsigned P2, unsigned S2>
    requires(detail::fixed_numeric<P1, S1> && detail::fixed_numeric<P2, S2> && (P1 != P2 || S1 != S2))
constexpr std::strong_ordering operator<=>(const numeric<P1, S1>& a, const numeric<P2, S2>& b) {
    if (a.is_nan() || b.is_nan()) return a.is_nan() <=> b.is_nan();
    // Whole numbers first, so that equal scales of the rest cannot overflow.
    const auto whole = [](const auto& number, unsigned scale) {
        return static_cast<detail::int128>(number.unscaled()) /
               static_cast<detail::int128>(detail::power_of_ten(scale));
    };
    const auto rest = [](const auto& number, unsigned scale) {
        return static_cast<detail::int128>(number.unscaled()) %
               static_cast<detail::int128>(detail::power_of_ten(scale)) *
               static_cast<detail::int128>(detail::power_of_ten(std::max(S1, S2) - scale));
    };
    auto first = whole(a, S1), second = whole(b, S2);
    if (first == second) first = rest(a, S1), second = rest(b, S2);
    return first < second   ? std::strong_ordering::less
           : first > second ? std::strong_ordering::greater
                            : std::strong_ordering::equal;
}
template <unsigned P1, unsigned S1, unsigned P2, unsigned S2>
    requires(detail::fixed_numeric<P1, S1> && detail::fixed_numeric<P2, S2> && (P1 != P2 || S1 != S2))
constexpr bool operator==(const numeric<P1, S1>& a, const numeric<P2, S2>& b) {
    return (a <=> b) == 0;
}

}  // namespace pgmodel
