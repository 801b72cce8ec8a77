// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The window functions (manual 9.22); each is written as there and needs `.over(...)`.
#pragma once

#include <pgmodel/expression/function.hpp>
#include <pgmodel/expression/functions.hpp>
#include <pgmodel/expression/window.hpp>

#include <cstdint>

namespace pgmodel {
namespace detail {

/// A std::optional value is NULL where there is no such row, another where an argument is.
template <fixed_string Name, class Value, class First, class... More>
constexpr auto window_call(First first, More... more) {
    auto typed = with_type<typename First::value_type>(std::move(first));
    constexpr bool null = is_optional<Value> || First::nullable || (More::nullable || ... || false);
    return window_function<Name, unwrapped<Value>, null, decltype(typed), More...>{
        {}, {{std::move(typed), std::move(more)...}}};
}

/// lag() and lead() with a default, whose type counts as much.
template <fixed_string Name, class E, class Rows, class Default>
constexpr auto shifted_call(E e, Rows&& rows, Default&& otherwise) {
    static_assert(comparable_operands<E, std::remove_cvref_t<Default>, comparison::never>::value);
    return [&]<class Operand>(Operand operand) {
        using common = typename common_of<typename E::value_type, typename Operand::value_type>::type;
        return window_call<Name, common>(std::move(e), as_argument<Name, 2, std::int32_t>(static_cast<Rows&&>(rows)),
                                         std::move(operand));
    }(as_operand<typename E::value_type, E>(static_cast<Default&&>(otherwise)));
}

/// As an operand beside an expression, and alone.
template <class Beside, class Target, fixed_string Name, class Value, bool Nullable, class... Arguments>
struct operand_fits<Beside, Target, window_function<Name, Value, Nullable, Arguments...>> {
    static_assert(never<Beside>, "pgmodel: a window function needs its window; say .over(...) before its value is "
                                 "compared or computed with");
    static constexpr bool value = true;
};
template <fixed_string Name, class Value, bool Nullable, class... Arguments>
struct value_type_of<window_function<Name, Value, Nullable, Arguments...>>
    : operand_fits<Value, Value, window_function<Name, Value, Nullable, Arguments...>> {
    using type = Value;
};

}  // namespace detail

/// The row's number in its partition, from 1.
constexpr auto row_number() { return detail::window_function<"row_number", std::int64_t, false>{}; }
/// The row's number, the same for rows that the window's order takes for equal; with gaps.
constexpr auto rank() { return detail::window_function<"rank", std::int64_t, false>{}; }
/// As rank(), without gaps.
constexpr auto dense_rank() { return detail::window_function<"dense_rank", std::int64_t, false>{}; }
/// (rank - 1) / (rows - 1).
constexpr auto percent_rank() { return detail::window_function<"percent_rank", double, false>{}; }
/// The share of rows up to this one and its equals.
constexpr auto cume_dist() { return detail::window_function<"cume_dist", double, false>{}; }
/// Which of so many parts of about the same size, from 1.
template <class Parts>
constexpr auto ntile(Parts&& parts) {
    return detail::window_call<"ntile", std::int32_t>(
        detail::as_argument<"ntile(", 1, std::int32_t>(static_cast<Parts&&>(parts)));
}

/// The value of the row before this one; NULL for the first.
template <detail::expression E>
constexpr auto lag(E e) {
    return detail::window_call<"lag", std::optional<typename E::value_type>>(std::move(e));
}
/// The value so many rows before; NULL where there is none.
template <detail::expression E, class Rows>
constexpr auto lag(E e, Rows&& rows) {
    return detail::window_call<"lag", std::optional<typename E::value_type>>(
        std::move(e), detail::as_argument<"lag(", 2, std::int32_t>(static_cast<Rows&&>(rows)));
}
/// The value so many rows before, or the given one where there is none.
template <detail::expression E, class Rows, class Default>
constexpr auto lag(E e, Rows&& rows, Default&& otherwise) {
    return detail::shifted_call<"lag">(std::move(e), static_cast<Rows&&>(rows), static_cast<Default&&>(otherwise));
}
/// As lag(), of the rows behind this one.
template <detail::expression E>
constexpr auto lead(E e) {
    return detail::window_call<"lead", std::optional<typename E::value_type>>(std::move(e));
}
template <detail::expression E, class Rows>
constexpr auto lead(E e, Rows&& rows) {
    return detail::window_call<"lead", std::optional<typename E::value_type>>(
        std::move(e), detail::as_argument<"lead(", 2, std::int32_t>(static_cast<Rows&&>(rows)));
}
template <detail::expression E, class Rows, class Default>
constexpr auto lead(E e, Rows&& rows, Default&& otherwise) {
    return detail::shifted_call<"lead">(std::move(e), static_cast<Rows&&>(rows), static_cast<Default&&>(otherwise));
}

/// The value of the frame's first, last and n-th row; NULL where the frame has no such row.
template <detail::expression E>
constexpr auto first_value(E e) {
    return detail::window_call<"first_value", std::optional<typename E::value_type>>(std::move(e));
}
template <detail::expression E>
constexpr auto last_value(E e) {
    return detail::window_call<"last_value", std::optional<typename E::value_type>>(std::move(e));
}
template <detail::expression E, class Number>
constexpr auto nth_value(E e, Number&& n) {
    return detail::window_call<"nth_value", std::optional<typename E::value_type>>(
        std::move(e), detail::as_argument<"nth_value(", 2, std::int32_t>(static_cast<Number&&>(n)));
}

}  // namespace pgmodel
