// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Functions of numbers (PostgreSQL manual 9.3). Integers are taken as double precision where the server does.
#pragma once

#include <pgmodel/expression/function.hpp>
#include <pgmodel/expression/functions.hpp>

namespace pgmodel {
namespace detail {

template <class E>
constexpr bool is_number_expression() {
    if constexpr (expression<E>) return number_rank(id_of<typename E::value_type>()) != 0;
    else return false;
}

/// numeric stays numeric, every other number becomes a double.
template <class T>
using real_of = std::conditional_t<id_of<T>() == id::numeric, any_numeric, double>;

template <fixed_string Before, class E>
struct number_argument {
    static_assert(is_number_expression<E>(), "pgmodel: this function takes a number");
    static constexpr bool value = is_number_expression<E>();
};

/// `f(x)` of numeric or double precision, with a result of the same type.
template <fixed_string Before, class E>
constexpr auto real_function(E e) {
    if constexpr (!number_argument<Before, E>::value) return refused<E>{};
    else return strict_call<Before, real_of<typename E::value_type>>(std::move(e));
}

/// `f(x, y)`; a value has the type of the expression beside it. `Exact`: of integers or numerics, with the type of
/// `x % y`; else numeric when one is and the other is no binary fraction, and double precision, also for two integers.
template <fixed_string Before, bool Exact, class Left, class Right>
constexpr auto function_of_two(Left&& left, Right&& right) {
    using l = std::remove_cvref_t<Left>;
    using r = std::remove_cvref_t<Right>;
    using lt = typename decltype(operand_type_in<'*', l, r>())::type;
    using rt = typename decltype(operand_type_in<'*', r, l>())::type;
    using exact = typename decltype(arithmetic_type<'%', lt, rt>())::type;
    constexpr bool numbers = number_rank(id_of<lt>()) != 0 && number_rank(id_of<rt>()) != 0;
    static_assert(Exact || numbers, "pgmodel: this function takes two numbers");
    static_assert(!Exact || !std::is_void_v<exact>, "pgmodel: this function takes two integers or numerics");
    if constexpr (Exact ? std::is_void_v<exact> : !numbers) return refused<l, r>{};
    else {
        auto a = as_exact_operand<lt, r>(static_cast<Left&&>(left));
        auto b = as_exact_operand<rt, l>(static_cast<Right&&>(right));
        constexpr bool numeric = id_of<exact>() == id::numeric;
        return strict_call<Before, std::conditional_t<Exact, exact, std::conditional_t<numeric, any_numeric, double>>>(
            std::move(a), std::move(b));
    }
}
template <class Left, class Right>
constexpr auto numeric_division(Left&& left, Right&& right) {
    auto node = function_of_two<"div(", true>(static_cast<Left&&>(left), static_cast<Right&&>(right));
    static_assert(id_of<typename decltype(node)::value_type>() == id::numeric,
                  "pgmodel: div() takes numerics; / of integers has no fraction");
    return node;
}
template <fixed_string Before, class E>
constexpr auto double_function(E e) {
    if constexpr (!number_argument<Before, E>::value) return refused<E>{};
    else return strict_call<Before, double>(std::move(e));
}
template <fixed_string Before, class E, class Places>
constexpr auto rounded(E e, Places&& places) {
    constexpr bool exact = is_number_expression<E>() && number_rank(id_of<typename E::value_type>()) <= 4;
    static_assert(exact,
                  "pgmodel: only numerics are rounded to decimals; use pgmodel::cast<pgmodel::numeric<...>> first");
    auto n = as_argument<Before, 2, std::int32_t>(static_cast<Places&&>(places));
    return strict_call<Before, any_numeric>(std::move(e), std::move(n));
}

}  // namespace detail

/// `abs(x)`, of the type of `x`.
template <detail::expression E>
constexpr auto abs(E e) {
    if constexpr (!detail::number_argument<"abs(", E>::value) return detail::refused<E>{};
    else return detail::strict_call<"abs(", typename E::value_type>(std::move(e));
}
/// `sign(x)`: -1, 0 or 1.
constexpr auto sign(detail::expression auto e) { return detail::real_function<"sign(">(std::move(e)); }
constexpr auto ceil(detail::expression auto e) { return detail::real_function<"ceil(">(std::move(e)); }
constexpr auto floor(detail::expression auto e) { return detail::real_function<"floor(">(std::move(e)); }
/// `round(x)`, `round(x, decimals)`: halves of numerics away from zero, of doubles to the even number.
constexpr auto round(detail::expression auto e) { return detail::real_function<"round(">(std::move(e)); }
template <detail::expression E, class Places>
constexpr auto round(E e, Places&& decimals) {
    return detail::rounded<"round(">(std::move(e), static_cast<Places&&>(decimals));
}
/// `trunc(x)`, `trunc(x, decimals)`: towards zero.
constexpr auto trunc(detail::expression auto e) { return detail::real_function<"trunc(">(std::move(e)); }
template <detail::expression E, class Places>
constexpr auto trunc(E e, Places&& decimals) {
    return detail::rounded<"trunc(">(std::move(e), static_cast<Places&&>(decimals));
}
constexpr auto sqrt(detail::expression auto e) { return detail::real_function<"sqrt(">(std::move(e)); }
constexpr auto exp(detail::expression auto e) { return detail::real_function<"exp(">(std::move(e)); }
/// Natural logarithm.
constexpr auto ln(detail::expression auto e) { return detail::real_function<"ln(">(std::move(e)); }
/// Logarithm to base 10.
constexpr auto log10(detail::expression auto e) { return detail::real_function<"log(">(std::move(e)); }
/// `power(x, y)`: numeric for numerics, double precision for all other numbers.
template <class Left, class Right>
    requires detail::with_expression<Left, Right>
constexpr auto power(Left&& left, Right&& right) {
    return detail::function_of_two<"power(", false>(static_cast<Left&&>(left), static_cast<Right&&>(right));
}
/// `mod(x, y)`: the remainder, with the sign of `x`; `%` is the same.
template <class Left, class Right>
    requires detail::with_expression<Left, Right>
constexpr auto mod(Left&& left, Right&& right) {
    return detail::function_of_two<"mod(", true>(static_cast<Left&&>(left), static_cast<Right&&>(right));
}
template <class Left, class Right>
    requires detail::with_expression<Left, Right>
constexpr auto gcd(Left&& left, Right&& right) {
    return detail::function_of_two<"gcd(", true>(static_cast<Left&&>(left), static_cast<Right&&>(right));
}
template <class Left, class Right>
    requires detail::with_expression<Left, Right>
constexpr auto lcm(Left&& left, Right&& right) {
    return detail::function_of_two<"lcm(", true>(static_cast<Left&&>(left), static_cast<Right&&>(right));
}
/// `div(x, y)`: the quotient of numerics without its fraction.
template <class Left, class Right>
    requires detail::with_expression<Left, Right>
constexpr auto div(Left&& left, Right&& right) {
    return detail::numeric_division(static_cast<Left&&>(left), static_cast<Right&&>(right));
}
constexpr auto factorial(detail::expression auto e) {
    return detail::function_object<"factorial(", detail::any_numeric(std::int64_t)>{}(std::move(e));
}
/// `width_bucket(x, low, high, count)`: in which of so many equal parts `x` lies, from 1.
inline constexpr detail::function_object<"width_bucket(", std::int32_t(double, double, double, std::int32_t)>
    width_bucket{};

/// Functions of double precision.
constexpr auto cbrt(detail::expression auto e) { return detail::double_function<"cbrt(">(std::move(e)); }
constexpr auto sin(detail::expression auto e) { return detail::double_function<"sin(">(std::move(e)); }
constexpr auto cos(detail::expression auto e) { return detail::double_function<"cos(">(std::move(e)); }
constexpr auto tan(detail::expression auto e) { return detail::double_function<"tan(">(std::move(e)); }
constexpr auto asin(detail::expression auto e) { return detail::double_function<"asin(">(std::move(e)); }
constexpr auto acos(detail::expression auto e) { return detail::double_function<"acos(">(std::move(e)); }
constexpr auto atan(detail::expression auto e) { return detail::double_function<"atan(">(std::move(e)); }
constexpr auto degrees(detail::expression auto e) { return detail::double_function<"degrees(">(std::move(e)); }
constexpr auto radians(detail::expression auto e) { return detail::double_function<"radians(">(std::move(e)); }
template <class Y, class X>
    requires detail::with_expression<Y, X>
constexpr auto atan2(Y&& y, X&& x) {
    return detail::function_object<"atan2(", double(double, double)>{}(static_cast<Y&&>(y), static_cast<X&&>(x));
}
constexpr auto pi() { return detail::call<"pi(", ")", double, 0>(); }
/// A number from 0 up to but not 1, another one for each row.
constexpr auto random() { return detail::call<"random(", ")", double, 0>(); }

// Of plain values alone.
template <class Never = void>
detail::call_of_values<Never> abs(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> ceil(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> floor(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> round(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> trunc(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> sqrt(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> exp(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> ln(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> power(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> mod(detail::anything, ...);

}  // namespace pgmodel
