// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Operators and functions of geometric types (PostgreSQL manual 9.11). `contains()`, `contained_by()` and `overlaps()`
// are members;
// + - * / with a point move, scale and turn.
#pragma once

#include <pgmodel/expression/containment.hpp>
#include <pgmodel/expression/function.hpp>
#include <pgmodel/expression/functions.hpp>
#include <pgmodel/types/geometry.hpp>

#include <string_view>
#include <utility>

namespace pgmodel {
namespace detail {

/// The types' numbers: point 600, lseg 601, path 602, box 603, polygon 604, line 628, circle 718.
constexpr bool is_geometric(oid type) { return (type >= 600 && type <= 604) || type == 628 || type == 718; }

/// Which pairs an operator takes (catalog pg_operator).
constexpr bool takes_shapes(std::string_view symbol, oid left, oid right) {
    const auto pair = [&](oid a, oid b) { return (left == a && right == b) || (left == b && right == a); };
    const bool same = left == right;
    if (symbol == "<->")
        return is_geometric(left) && is_geometric(right) &&
               (same || left == 600 || right == 600 || pair(603, 601) || pair(628, 601) || pair(718, 604));
    if (symbol == "~=") return same && (left == 600 || left == 603 || left == 604 || left == 718);
    if (symbol == "<<" || symbol == ">>" || symbol == "<<|" || symbol == "|>>")
        return same && (left == 600 || left == 603 || left == 604 || left == 718);
    if (symbol == "&<" || symbol == "&>" || symbol == "&<|" || symbol == "|&>")
        return same && (left == 603 || left == 604 || left == 718);
    if (symbol == "#") return same && (left == 601 || left == 603 || left == 628);
    if (symbol == "?#")
        return (same && (left == 601 || left == 602 || left == 603 || left == 628)) || (left == 628 && right == 603) ||
               (left == 601 && (right == 603 || right == 628));
    if (symbol == "?||" || symbol == "?-|") return same && (left == 601 || left == 628);
    if (symbol == "?-" || symbol == "?|") return same && left == 600;
    if (symbol == "##")
        return (left == 600 && (right == 601 || right == 603 || right == 628)) ||
               (left == 601 && (right == 601 || right == 603)) || (left == 628 && right == 601);
    return false;
}

template <class T>
    requires(id_of<T>() == 603 || id_of<T>() == 604 || id_of<T>() == 718)
struct container<T> {
    static constexpr bool contains = true, overlaps = true;
    using element = point;
    using bound = void;
};
template <>
struct container<path> {
    static constexpr bool contains = true, overlaps = false;
    using element = point;
    using bound = void;
};

template <>
inline constexpr bool holds<line, point> = true;
template <>
inline constexpr bool holds<lseg, point> = true;
template <>
inline constexpr bool holds<line, lseg> = true;
template <>
inline constexpr bool holds<box, lseg> = true;

template <char Operator, class T>
    requires(id_of<T>() == 600 || id_of<T>() == 602 || id_of<T>() == 603 || id_of<T>() == 718)
inline constexpr bool computes_within<Operator, T, point> =
    Operator == '+' || Operator == '-' || Operator == '*' || Operator == '/';
template <>
inline constexpr bool computes_within<'+', path, path> = true;

/// A shape that is given as a value has its own type.
template <fixed_string Operator, class Value, class Left, class Right>
constexpr auto shape_operator(Left&& left, Right&& right) {
    auto a = as_value(static_cast<Left&&>(left));
    auto b = as_value(static_cast<Right&&>(right));
    constexpr oid l = id_of<typename decltype(a)::value_type>(), r = id_of<typename decltype(b)::value_type>();
    constexpr std::string_view symbol = Operator.view().substr(1, Operator.size() - 2);
    constexpr bool exists = takes_shapes(symbol, l, r);
    static_assert(exists, "pgmodel: PostgreSQL has no such operator for these two shapes; see its manual, 9.11");
    // Of parallel ones no point is the nearest, and what does not meet has no intersection.
    constexpr bool null = (symbol == "##" && l != 600 && r == 601) || symbol == "#";
    if constexpr (!exists) return refused<decltype(a), decltype(b)>{};
    else return strict_infix<Operator, level::other, Value, null>(std::move(a), std::move(b));
}

/// Ranges have operators of the same names.
template <class Left, class Right>
concept with_shape = is_geometric(id_of<typename operand_type<std::decay_t<Left>, value_given<Left>>::type>()) ||
                     is_geometric(id_of<typename operand_type<std::decay_t<Right>, value_given<Right>>::type>());
template <class E>
inline constexpr bool is_box = std::is_same_v<typename operand_type<std::decay_t<E>, value_given<E>>::type, box>;

template <fixed_string Before, class E>
constexpr auto shape_direction(E e) {
    constexpr bool fits = id_of<typename E::value_type>() == 601 || id_of<typename E::value_type>() == 628;
    static_assert(fits, "pgmodel: this is asked of a segment or a line, or of two points");
    if constexpr (!fits) return refused<E>{};
    else return affix<Before, "", level::prefix, bool, E::nullable, E>{{}, std::move(e)};
}

template <fixed_string Before, class Value, oid... Types, class E>
constexpr auto shape_function(E e) {
    constexpr bool fits = ((id_of<typename E::value_type>() == Types) || ...);
    static_assert(fits, "pgmodel: this function takes another kind of shape; see PostgreSQL's manual, 9.11");
    if constexpr (!fits) return refused<E>{};
    else return strict_call<Before, unwrapped<Value>, is_optional<Value>>(std::move(e));
}

}  // namespace detail

/// `<->`: how far two shapes are from each other; ORDER BY it with a LIMIT is served by a GiST index.
template <class Left, class Right>
    requires detail::with_expression<Left, Right>
constexpr auto distance(Left&& left, Right&& right) {
    return detail::shape_operator<" <-> ", double>(static_cast<Left&&>(left), static_cast<Right&&>(right));
}
/// `~=`: the same shape; = compares the areas of most.
template <class Left, class Right>
    requires detail::with_expression<Left, Right>
constexpr auto same_as(Left&& left, Right&& right) {
    return detail::shape_operator<" ~= ", bool>(static_cast<Left&&>(left), static_cast<Right&&>(right));
}
/// `<<`, `>>`, `<<|`, `|>>`: does the whole lie to the left, to the right, below, above?
template <class Left, class Right>
    requires detail::with_expression<Left, Right>
constexpr auto left_of(Left&& left, Right&& right) {
    return detail::shape_operator<" << ", bool>(static_cast<Left&&>(left), static_cast<Right&&>(right));
}
template <class Left, class Right>
    requires detail::with_expression<Left, Right>
constexpr auto right_of(Left&& left, Right&& right) {
    return detail::shape_operator<" >> ", bool>(static_cast<Left&&>(left), static_cast<Right&&>(right));
}
template <class Left, class Right>
    requires detail::with_expression<Left, Right>
constexpr auto below(Left&& left, Right&& right) {
    return detail::shape_operator<" <<| ", bool>(static_cast<Left&&>(left), static_cast<Right&&>(right));
}
template <class Left, class Right>
    requires detail::with_expression<Left, Right>
constexpr auto above(Left&& left, Right&& right) {
    return detail::shape_operator<" |>> ", bool>(static_cast<Left&&>(left), static_cast<Right&&>(right));
}
/// `&<`, `&>`, `&<|`, `|&>`: does the first end no further to the right, begin no further to the left, end no higher,
/// begin no lower than the second?
template <class Left, class Right>
    requires detail::with_expression<Left, Right> && detail::with_shape<Left, Right>
constexpr auto not_extend_right_of(Left&& left, Right&& right) {
    return detail::shape_operator<" &< ", bool>(static_cast<Left&&>(left), static_cast<Right&&>(right));
}
template <class Left, class Right>
    requires detail::with_expression<Left, Right> && detail::with_shape<Left, Right>
constexpr auto not_extend_left_of(Left&& left, Right&& right) {
    return detail::shape_operator<" &> ", bool>(static_cast<Left&&>(left), static_cast<Right&&>(right));
}
template <class Left, class Right>
    requires detail::with_expression<Left, Right>
constexpr auto not_extend_above(Left&& left, Right&& right) {
    return detail::shape_operator<" &<| ", bool>(static_cast<Left&&>(left), static_cast<Right&&>(right));
}
template <class Left, class Right>
    requires detail::with_expression<Left, Right>
constexpr auto not_extend_below(Left&& left, Right&& right) {
    return detail::shape_operator<" |&> ", bool>(static_cast<Left&&>(left), static_cast<Right&&>(right));
}
/// `#`: the point in which two segments or lines meet, or the box that two boxes have in common; NULL when there is
/// none.
template <class Left, class Right>
    requires detail::with_expression<Left, Right>
constexpr auto intersection(Left&& left, Right&& right) {
    using value = std::conditional_t<detail::is_box<Left> || detail::is_box<Right>, box, point>;
    return detail::shape_operator<" # ", value>(static_cast<Left&&>(left), static_cast<Right&&>(right));
}
/// `?-`, `?|` of a segment or a line; of two points, is the line through them so?
template <detail::expression Shape>
constexpr auto is_horizontal(Shape shape) {
    return detail::shape_direction<"?- ">(std::move(shape));
}
template <detail::expression Shape>
constexpr auto is_vertical(Shape shape) {
    return detail::shape_direction<"?| ">(std::move(shape));
}
template <class Left, class Right>
    requires detail::with_expression<Left, Right>
constexpr auto is_horizontal(Left&& left, Right&& right) {
    return detail::shape_operator<" ?- ", bool>(static_cast<Left&&>(left), static_cast<Right&&>(right));
}
template <class Left, class Right>
    requires detail::with_expression<Left, Right>
constexpr auto is_vertical(Left&& left, Right&& right) {
    return detail::shape_operator<" ?| ", bool>(static_cast<Left&&>(left), static_cast<Right&&>(right));
}
/// `?#`: do they meet? `?||`, `?-|`: are they parallel, are they perpendicular? `##`: the point of the second that is
/// nearest; NULL where a line or segment is parallel to the other.
template <class Left, class Right>
    requires detail::with_expression<Left, Right>
constexpr auto intersects(Left&& left, Right&& right) {
    return detail::shape_operator<" ?# ", bool>(static_cast<Left&&>(left), static_cast<Right&&>(right));
}
template <class Left, class Right>
    requires detail::with_expression<Left, Right>
constexpr auto is_parallel(Left&& left, Right&& right) {
    return detail::shape_operator<" ?|| ", bool>(static_cast<Left&&>(left), static_cast<Right&&>(right));
}
template <class Left, class Right>
    requires detail::with_expression<Left, Right>
constexpr auto is_perpendicular(Left&& left, Right&& right) {
    return detail::shape_operator<" ?-| ", bool>(static_cast<Left&&>(left), static_cast<Right&&>(right));
}
template <class Left, class Right>
    requires detail::with_expression<Left, Right>
constexpr auto closest_point(Left&& left, Right&& right) {
    return detail::shape_operator<" ## ", point>(static_cast<Left&&>(left), static_cast<Right&&>(right));
}

/// Measures: of boxes and circles, `area` also of closed paths (NULL of open ones).
template <detail::expression E>
constexpr auto area(E e) {
    constexpr bool null = std::is_same_v<typename E::value_type, path>;
    return detail::shape_function<"area(", std::conditional_t<null, std::optional<double>, double>, 602, 603, 718>(
        std::move(e));
}
template <detail::expression E>
constexpr auto center(E e) {
    return detail::shape_function<"center(", point, 603, 718>(std::move(e));
}
template <detail::expression E>
constexpr auto height(E e) {
    return detail::shape_function<"height(", double, 603>(std::move(e));
}
template <detail::expression E>
constexpr auto width(E e) {
    return detail::shape_function<"width(", double, 603>(std::move(e));
}
template <detail::expression E>
constexpr auto diagonal(E e) {
    return detail::shape_function<"diagonal(", lseg, 603>(std::move(e));
}
template <detail::expression E>
constexpr auto radius(E e) {
    return detail::shape_function<"radius(", double, 718>(std::move(e));
}
template <detail::expression E>
constexpr auto diameter(E e) {
    return detail::shape_function<"diameter(", double, 718>(std::move(e));
}
template <detail::expression E>
constexpr auto npoints(E e) {
    return detail::shape_function<"npoints(", std::int32_t, 602, 604>(std::move(e));
}
/// `length(x)` of a path or an lseg.
template <detail::expression E>
constexpr auto path_length(E e) {
    return detail::shape_function<"length(", double, 601, 602>(std::move(e));
}
template <detail::expression E>
constexpr auto isclosed(E e) {
    return detail::shape_function<"isclosed(", bool, 602>(std::move(e));
}
template <detail::expression E>
constexpr auto isopen(E e) {
    return detail::shape_function<"isopen(", bool, 602>(std::move(e));
}
template <detail::expression E>
constexpr auto pclose(E e) {
    return detail::shape_function<"pclose(", path, 602>(std::move(e));
}
template <detail::expression E>
constexpr auto popen(E e) {
    return detail::shape_function<"popen(", path, 602>(std::move(e));
}
inline constexpr detail::function_object<"slope(", double(point, point)> slope{};
inline constexpr detail::function_object<"bound_box(", box(box, box)> bound_box{};
/// Shapes from numbers and points.
inline constexpr detail::function_object<"point(", point(double, double)> make_point{};
inline constexpr detail::function_object<"box(", box(point, point)> make_box{};
inline constexpr detail::function_object<"circle(", circle(point, double)> make_circle{};
inline constexpr detail::function_object<"line(", line(point, point)> make_line{};
inline constexpr detail::function_object<"lseg(", lseg(point, point)> make_lseg{};

// Of plain values alone.
template <class Never = void>
detail::call_of_values<Never> distance(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> same_as(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> left_of(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> right_of(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> below(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> above(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> intersection(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> intersects(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> is_horizontal(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> is_vertical(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> is_parallel(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> is_perpendicular(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> closest_point(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> area(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> center(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> height(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> width(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> diagonal(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> radius(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> diameter(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> npoints(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> path_length(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> isclosed(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> isopen(detail::anything, ...);

}  // namespace pgmodel
