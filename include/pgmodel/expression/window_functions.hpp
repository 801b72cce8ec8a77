// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The window functions (manual 9.22); each is written as there and needs `.over(...)`.
#pragma once

#include <pgmodel/expression/window.hpp>

#include <cstdint>

namespace pgmodel {

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
constexpr auto ntile(std::int32_t parts) {
    using number = detail::parameter<std::int32_t>;
    return detail::window_function<"ntile", std::int32_t, false, number>{{number(parts)}};
}

/// The value of the row before this one; NULL for the first.
template <detail::expression E>
constexpr auto lag(E e) {
    return detail::window_function<"lag", typename E::value_type, true, E>{{std::move(e)}};
}
/// The value so many rows before; NULL where there is none.
template <detail::expression E>
constexpr auto lag(E e, std::int32_t rows) {
    using number = detail::parameter<std::int32_t>;
    return detail::window_function<"lag", typename E::value_type, true, E, number>{{{std::move(e), number(rows)}}};
}
/// The value so many rows before, or the given one where there is none.
template <detail::expression E, class Default>
constexpr auto lag(E e, std::int32_t rows, Default&& otherwise) {
    using number = detail::parameter<std::int32_t>;
    auto other = detail::as_operand<typename E::value_type, E>(std::forward<Default>(otherwise));
    return detail::window_function<"lag", typename E::value_type, E::nullable || decltype(other)::nullable, E, number,
                                   decltype(other)>{{{std::move(e), number(rows), std::move(other)}}};
}
/// As lag(), of the rows behind this one.
template <detail::expression E>
constexpr auto lead(E e) {
    return detail::window_function<"lead", typename E::value_type, true, E>{{std::move(e)}};
}
template <detail::expression E>
constexpr auto lead(E e, std::int32_t rows) {
    using number = detail::parameter<std::int32_t>;
    return detail::window_function<"lead", typename E::value_type, true, E, number>{{{std::move(e), number(rows)}}};
}
template <detail::expression E, class Default>
constexpr auto lead(E e, std::int32_t rows, Default&& otherwise) {
    using number = detail::parameter<std::int32_t>;
    auto other = detail::as_operand<typename E::value_type, E>(std::forward<Default>(otherwise));
    return detail::window_function<"lead", typename E::value_type, E::nullable || decltype(other)::nullable, E, number,
                                   decltype(other)>{{{std::move(e), number(rows), std::move(other)}}};
}

/// The value of the frame's first, last and n-th row; NULL where the frame has no such row.
template <detail::expression E>
constexpr auto first_value(E e) {
    return detail::window_function<"first_value", typename E::value_type, true, E>{{std::move(e)}};
}
template <detail::expression E>
constexpr auto last_value(E e) {
    return detail::window_function<"last_value", typename E::value_type, true, E>{{std::move(e)}};
}
template <detail::expression E>
constexpr auto nth_value(E e, std::int32_t n) {
    using number = detail::parameter<std::int32_t>;
    return detail::window_function<"nth_value", typename E::value_type, true, E, number>{{{std::move(e), number(n)}}};
}

}  // namespace pgmodel
