// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Operators and functions of ranges and multiranges (PostgreSQL manual 9.20). `contains()`, `contained_by()` and
// `overlaps()` are members, + - * join, take away and intersect, lower() and upper() give the bounds.
#pragma once

#include <pgmodel/expression/cast.hpp>
#include <pgmodel/expression/conditional.hpp>
#include <pgmodel/expression/function.hpp>
#include <pgmodel/expression/functions.hpp>
#include <pgmodel/types/multirange.hpp>
#include <pgmodel/types/range.hpp>

namespace pgmodel {
namespace detail {

template <class T>
struct container<range<T>> {
    static constexpr bool contains = true, overlaps = true;
    using element = T;
    using bound = T;
};
template <class T>
struct container<multirange<T>> {
    static constexpr bool contains = true, overlaps = true;
    using element = T;
    using bound = T;
};

/// The range type of a range or multirange; void for others.
template <class T>
struct range_within {
    using type = void;
    using element = void;
};
template <class T>
struct range_within<range<T>> {
    using type = range<T>;
    using element = T;
};
template <class T>
struct range_within<multirange<T>> : range_within<range<T>> {};
template <class T>
inline constexpr bool is_multirange = false;
template <class T>
inline constexpr bool is_multirange<multirange<T>> = true;

template <char Operator, class T>
inline constexpr bool computes_within<Operator, range<T>, range<T>> =
    Operator == '+' || Operator == '-' || Operator == '*';
template <char Operator, class T>
inline constexpr bool computes_within<Operator, multirange<T>, multirange<T>> =
    Operator == '+' || Operator == '-' || Operator == '*';
template <class T>
inline constexpr bool casts_to<range<T>, multirange<T>> = true;
/// A range stands beside a multirange of the same elements.
template <class T>
inline constexpr bool mixes_with<range<T>, multirange<T>> = true;
template <class T>
inline constexpr bool mixes_with<multirange<T>, range<T>> = true;

template <fixed_string Function, class E>
struct range_argument {
    static constexpr bool value = !std::is_void_v<typename range_within<typename E::value_type>::type>;
    static_assert(value, "pgmodel: this function takes a range or a multirange");
};

/// An operator between two ranges or multiranges.
template <fixed_string Operator, class E, class Other>
constexpr auto range_operator(E e, Other&& other) {
    if constexpr (!range_argument<Operator, E>::value) {
        return refused<E>{};
    } else {
        using given = std::decay_t<Other>;
        using type = typename E::value_type;
        using second = typename operand_type<given, value_given<given>>::type;
        constexpr bool mixed = std::is_same_v<typename range_within<second>::type, typename range_within<type>::type>;
        if constexpr (mixed) {
            return strict_infix<Operator, level::other, bool>(std::move(e), as_value(static_cast<Other&&>(other)));
        } else {
            static_assert(!expression<given>, "pgmodel: this operator takes two ranges of one type");
            return strict_infix<Operator, level::other, bool>(std::move(e),
                                                              as_exact_operand<type, E>(static_cast<Other&&>(other)));
        }
    }
}
template <fixed_string Before, class Value, int More = 0, class E>
constexpr auto range_function(E e) {
    if constexpr (!range_argument<Before, E>::value) return refused<E>{};
    else return strict_call<Before, Value, false, More>(std::move(e));
}

/// `int4range(`, by the name of the type.
template <class T>
struct range_constructor {
    static constexpr std::string_view name = range_type<T>::type.name;
    static constexpr auto text = [] {
        fixed_string<name.size() + 1> out;
        for (std::size_t i = 0; i < name.size(); ++i) out.text[i] = name[i];
        out.text[name.size()] = '(';
        return out;
    }();
};

}  // namespace detail

/// `<<`, `>>`: does the whole lie before or behind the other? `&<`, `&>`: does it end no later, begin no sooner? `-|-`:
/// do they touch without overlapping?
template <class Left, class Right>
    requires detail::with_expression<Left, Right>
constexpr auto strictly_left_of(Left&& left, Right&& right) {
    return detail::range_operator<" << ">(detail::as_value(static_cast<Left&&>(left)), static_cast<Right&&>(right));
}
template <class Left, class Right>
    requires detail::with_expression<Left, Right>
constexpr auto strictly_right_of(Left&& left, Right&& right) {
    return detail::range_operator<" >> ">(detail::as_value(static_cast<Left&&>(left)), static_cast<Right&&>(right));
}
template <class Left, class Right>
    requires detail::with_expression<Left, Right>
constexpr auto not_extend_right_of(Left&& left, Right&& right) {
    return detail::range_operator<" &< ">(detail::as_value(static_cast<Left&&>(left)), static_cast<Right&&>(right));
}
template <class Left, class Right>
    requires detail::with_expression<Left, Right>
constexpr auto not_extend_left_of(Left&& left, Right&& right) {
    return detail::range_operator<" &> ">(detail::as_value(static_cast<Left&&>(left)), static_cast<Right&&>(right));
}
template <class Left, class Right>
    requires detail::with_expression<Left, Right>
constexpr auto adjacent_to(Left&& left, Right&& right) {
    return detail::range_operator<" -|- ">(detail::as_value(static_cast<Left&&>(left)), static_cast<Right&&>(right));
}

template <detail::expression E>
constexpr auto isempty(E e) {
    return detail::range_function<"isempty(", bool>(std::move(e));
}
/// Does the bound belong to the range; is there none?
template <detail::expression E>
constexpr auto lower_inc(E e) {
    return detail::range_function<"lower_inc(", bool>(std::move(e));
}
template <detail::expression E>
constexpr auto upper_inc(E e) {
    return detail::range_function<"upper_inc(", bool>(std::move(e));
}
template <detail::expression E>
constexpr auto lower_inf(E e) {
    return detail::range_function<"lower_inf(", bool>(std::move(e));
}
template <detail::expression E>
constexpr auto upper_inf(E e) {
    return detail::range_function<"upper_inf(", bool>(std::move(e));
}
/// `range_merge(x, y)`: the smallest range that holds both, with what lies between them; `range_merge(x)` of a
/// multirange.
template <class Range, class Other>
    requires detail::with_expression<Range, Other>
constexpr auto range_merge(Range&& range, Other&& other) {
    auto e = detail::as_value(static_cast<Range&&>(range));
    using expression_type = decltype(e);
    if constexpr (!detail::range_argument<"range_merge(", expression_type>::value) {
        return detail::refused<expression_type>{};
    } else {
        using type = typename expression_type::value_type;
        return detail::function_object<"range_merge(", type(type, type)>{}(std::move(e), static_cast<Other&&>(other));
    }
}
template <detail::expression E>
constexpr auto range_merge(E e) {
    using type = typename E::value_type;
    static_assert(detail::is_multirange<type>, "pgmodel: range_merge() takes two ranges or one multirange");
    return detail::range_function<"range_merge(", typename detail::range_within<type>::type>(std::move(e));
}
/// `make_range<std::int32_t>(low, high, bounds)` is `int4range(low, high, bounds)`: a range from its bounds, the upper
/// one outside unless `bounds` (such as `[]`) says otherwise; NULL stands for no bound.
template <class T = void, class Low, class High, class... Bounds>
constexpr auto make_range(Low&& low, High&& high, Bounds&&... bounds) {
    using bound = std::optional<T>;
    static_assert(
        requires { range_type<T>::type; },
        "pgmodel: make_range<T>() makes a range of values of T, such as make_range<std::int32_t>(low, high)");
    if constexpr (sizeof...(Bounds) == 0)
        return detail::function_object<detail::range_constructor<T>::text, range<T>(bound, bound)>{}(
            static_cast<Low&&>(low), static_cast<High&&>(high));
    else
        return detail::function_object<detail::range_constructor<T>::text, range<T>(bound, bound, std::string)>{}(
            static_cast<Low&&>(low), static_cast<High&&>(high), static_cast<Bounds&&>(bounds)...);
}
/// `unnest(x)` of a multirange: in a select list a row for each range.
template <detail::expression E>
constexpr auto unnest_ranges(E e) {
    static_assert(detail::is_multirange<typename E::value_type>, "pgmodel: unnest_ranges() takes a multirange");
    return detail::range_function<"unnest(", typename detail::range_within<typename E::value_type>::type,
                                  detail::gives_rows>(std::move(e));
}

/// `range_agg(x)`: the ranges of all rows as a multirange; `range_intersect_agg(x)`: what all have in common.
template <detail::expression E>
constexpr auto range_agg(E e) {
    static_assert(detail::range_argument<"range_agg(", E>::value);
    using list = multirange<typename detail::range_within<typename E::value_type>::element>;
    return detail::call<"range_agg(", ")", list, detail::aggregates_rows, E>(std::move(e));
}
template <detail::expression E>
constexpr auto range_intersect_agg(E e) {
    static_assert(detail::range_argument<"range_intersect_agg(", E>::value);
    return detail::call<"range_intersect_agg(", ")", typename E::value_type, detail::aggregates_rows, E>(std::move(e));
}

// Of plain values alone.
template <class Never = void>
detail::call_of_values<Never> strictly_left_of(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> strictly_right_of(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> not_extend_right_of(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> not_extend_left_of(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> adjacent_to(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> isempty(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> lower_inc(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> upper_inc(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> lower_inf(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> upper_inf(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> range_merge(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> unnest_ranges(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> range_agg(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> range_intersect_agg(detail::anything, ...);

}  // namespace pgmodel
