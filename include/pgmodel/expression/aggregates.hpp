// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Aggregates of numbers and conditions (PostgreSQL manual 9.21). NULL when there are no rows; NULLs among the rows are
// left out. Those of the numeric type give `numeric<>`, which is in <pgmodel/types/long_numeric.hpp>.
#pragma once

#include <pgmodel/expression/functions.hpp>

namespace pgmodel {
namespace detail {

/// The type of sum(x): of integers a wider one, so that it does not overflow; void where there is no sum.
constexpr oid sum_id(oid type) {
    switch (type) {
        case id::smallint:
        case id::integer: return id::bigint;
        case id::bigint:
        case id::numeric: return id::numeric;
        case id::real:
        case id::double_precision:
        case id::interval: return type;
        default: return 0;
    }
}
/// The type of avg(x): exact where the numbers are.
constexpr oid avg_id(oid type) {
    switch (type) {
        case id::smallint:
        case id::integer:
        case id::bigint:
        case id::numeric: return id::numeric;
        case id::real:
        case id::double_precision: return id::double_precision;
        case id::interval: return type;
        default: return 0;
    }
}
/// Numbers have deviations as they have averages; lengths of time have none.
constexpr oid deviation_id(oid type) { return number_rank(type) != 0 ? avg_id(type) : 0; }

/// Without FILTER and the like, of which `call` has them all; refused where `Id` is none.
template <fixed_string Before, oid Id, int Properties = aggregates_rows, class... Operands>
constexpr auto reducing(Operands... operands) {
    if constexpr (Id == 0) return refused<Operands...>{};
    else return call<Before, ")", typename cpp_type<Id>::type, Properties, Operands...>(std::move(operands)...);
}
/// NULL of a single row, too, but for those of a whole population.
template <fixed_string Before>
inline constexpr int of_deviation = Before.view().ends_with("_pop(") ? aggregates_rows : aggregates | can_be_null;
template <fixed_string Before, expression E>
constexpr auto deviation(E e) {
    constexpr oid type = deviation_id(id_of<typename E::value_type>());
    static_assert(type != 0, "pgmodel: this aggregate takes numbers");
    return reducing<Before, type, of_deviation<Before>>(std::move(e));
}
template <fixed_string Before, expression Y, expression X>
constexpr auto regression(Y y, X x) {
    constexpr bool numbers =
        number_rank(id_of<typename Y::value_type>()) != 0 && number_rank(id_of<typename X::value_type>()) != 0;
    static_assert(numbers, "pgmodel: this aggregate takes two numbers");
    return reducing<Before, numbers ? id::double_precision : 0, of_deviation<Before>>(std::move(y), std::move(x));
}
template <fixed_string Before, expression E>
constexpr auto reduced_bits(E e) {
    constexpr oid type = id_of<typename E::value_type>();
    constexpr bool fit = (number_rank(type) > 0 && number_rank(type) < 4) || type == id::bit;
    static_assert(fit, "pgmodel: bit_and(), bit_or() and bit_xor() take integers or bits");
    if constexpr (fit) return call<Before, ")", typename E::value_type, aggregates_rows, E>(std::move(e));
    else return refused<E>{};
}
template <fixed_string Before, expression E>
constexpr auto reduced_condition(E e) {
    static_assert(is_condition<E>(),
                  "pgmodel: bool_and() and bool_or() take a condition; compare the column with a value first");
    return call<Before, ")", bool, aggregates_rows, E>(std::move(e));
}

}  // namespace detail

/// `sum(x)`: a bigint of smaller integers, a numeric of bigint and numeric, else of the type of `x`.
template <detail::expression E>
constexpr auto sum(E e) {
    constexpr oid type = detail::sum_id(detail::id_of<typename E::value_type>());
    static_assert(type != 0, "pgmodel: sum() takes numbers and intervals");
    return detail::reducing<"sum(", type>(std::move(e));
}
/// `avg(x)`: a numeric of integers and numeric, a double of real and double precision, an interval of intervals.
template <detail::expression E>
constexpr auto avg(E e) {
    constexpr oid type = detail::avg_id(detail::id_of<typename E::value_type>());
    static_assert(type != 0, "pgmodel: avg() takes numbers and intervals");
    return detail::reducing<"avg(", type>(std::move(e));
}

template <class Never = void>
detail::function_of_value<Never> sum(detail::anything = {}, ...);
template <class Never = void>
detail::function_of_value<Never> avg(detail::anything = {}, ...);

/// `bool_and(condition)`, `bool_or(condition)`: does it hold for all rows, for any?
constexpr auto bool_and(detail::expression auto e) { return detail::reduced_condition<"bool_and(">(std::move(e)); }
constexpr auto bool_or(detail::expression auto e) { return detail::reduced_condition<"bool_or(">(std::move(e)); }
constexpr auto bit_and(detail::expression auto e) { return detail::reduced_bits<"bit_and(">(std::move(e)); }
constexpr auto bit_or(detail::expression auto e) { return detail::reduced_bits<"bit_or(">(std::move(e)); }
constexpr auto bit_xor(detail::expression auto e) { return detail::reduced_bits<"bit_xor(">(std::move(e)); }

/// `stddev_samp(x)`, `var_samp(x)`: of a sample, NULL for a single row; `_pop`: of all there is.
constexpr auto stddev_samp(detail::expression auto e) { return detail::deviation<"stddev_samp(">(std::move(e)); }
constexpr auto stddev_pop(detail::expression auto e) { return detail::deviation<"stddev_pop(">(std::move(e)); }
constexpr auto var_samp(detail::expression auto e) { return detail::deviation<"var_samp(">(std::move(e)); }
constexpr auto var_pop(detail::expression auto e) { return detail::deviation<"var_pop(">(std::move(e)); }
/// `corr(y, x)` and the line through the points: doubles, of the rows in which neither is NULL.
constexpr auto corr(detail::expression auto y, detail::expression auto x) {
    return detail::regression<"corr(">(std::move(y), std::move(x));
}
constexpr auto covar_samp(detail::expression auto y, detail::expression auto x) {
    return detail::regression<"covar_samp(">(std::move(y), std::move(x));
}
constexpr auto covar_pop(detail::expression auto y, detail::expression auto x) {
    return detail::regression<"covar_pop(">(std::move(y), std::move(x));
}
constexpr auto regr_slope(detail::expression auto y, detail::expression auto x) {
    return detail::regression<"regr_slope(">(std::move(y), std::move(x));
}
constexpr auto regr_intercept(detail::expression auto y, detail::expression auto x) {
    return detail::regression<"regr_intercept(">(std::move(y), std::move(x));
}
constexpr auto regr_r2(detail::expression auto y, detail::expression auto x) {
    return detail::regression<"regr_r2(">(std::move(y), std::move(x));
}

}  // namespace pgmodel
