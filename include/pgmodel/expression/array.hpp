// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Functions of arrays (PostgreSQL manual 9.19). `[]`, `contains()`, `contained_by()`, `overlaps()` and + (which is ||)
// are members and operators. Places are counted from 1.
#pragma once

#include <pgmodel/expression/cast.hpp>
#include <pgmodel/expression/conditional.hpp>
#include <pgmodel/expression/function.hpp>
#include <pgmodel/expression/key_list.hpp>
#include <pgmodel/expression/quantified.hpp>
#include <pgmodel/expression/subscript.hpp>

#include <initializer_list>
#include <vector>

namespace pgmodel {
namespace detail {

template <fixed_string Function, class E>
struct array_argument {
    static constexpr bool value = [] {
        if constexpr (expression<E>) return is_array<typename E::value_type>;
        else return is_array<value_given<E>>;
    }();
    static_assert(value, "pgmodel: this function takes an array");
};

/// Single elements are looked for and added in arrays of one dimension.
template <fixed_string Function, class E>
struct flat_array {
    static constexpr bool array = array_argument<Function, E>::value;
    static constexpr bool flat = array_shape<typename E::value_type>::dimensions < 2;
    static_assert(flat, "pgmodel: PostgreSQL looks for single elements, and adds or removes them, in arrays of one "
                        "dimension only");
    static constexpr bool value = array && flat;
};

/// Where an element is looked for, it is compared with the others.
template <fixed_string Function, class E>
struct searched_array {
    static constexpr bool value = flat_array<Function, E>::value;
    static_assert(!value || compared_type<typename E::value_type, comparison::by_equality>::value);
};

template <fixed_string Before, class List>
constexpr auto make_quantified(List&& list) {
    using given = std::decay_t<List>;
    if constexpr (!array_argument<Before, given>::value) {
        return refused<given>{};
    } else {
        auto operand = as_value(static_cast<List&&>(list));
        return quantified<Before, decltype(operand)>(std::move(operand));
    }
}

/// `f(array)`.
template <fixed_string Before, class Value, bool Nullable, class E>
constexpr auto array_function(E e) {
    if constexpr (!array_argument<Before, E>::value) return refused<E>{};
    else return strict_call<Before, Value, Nullable>(std::move(e));
}
template <class E>
using element_type = typename element_of<typename E::value_type>::type;

/// `f(array, element, ...)`: the element as a parameter of the elements' type. `Adds`: the element becomes part of the
/// array.
template <fixed_string Before, bool Adds, class E, class... Elements>
constexpr auto element_function(E e, Elements&&... elements) {
    if constexpr (!array_argument<Before, E>::value) return refused<E>{};
    else {
        return [&]<class... Operands>(Operands... operands) {
            constexpr bool null = Adds && (Operands::nullable || ...);
            using array = typename array_with<typename E::value_type, typename Operands::value_type...>::type;
            return call < Before, ")", with_element<std::conditional_t<Adds, array, typename E::value_type>, null>,
                   (E::nullable ? can_be_null : 0) | (Adds ? holds_arguments : 0), E,
                   Operands... > (std::move(e), std::move(operands)...);
        }(as_argument<Before, 2, std::optional<element_type<E>>>(static_cast<Elements&&>(elements))...);
    }
}

/// What stands on the open side of a slice: nothing.
struct open_bound : no_clause {
    static constexpr bool nullable = false;
    template <class Nulls>
    static constexpr bool null_in = false;
};
template <class Bound>
constexpr auto slice_bound(Bound&& bound) {
    if constexpr (std::is_same_v<std::remove_cvref_t<Bound>, open_bound>) return bound;
    else return as_argument<"slice", 2, std::int32_t>(static_cast<Bound&&>(bound));
}
template <class E, std::size_t Bounds>
struct slice_fits {
    static constexpr bool array = array_argument<"slice", E>::value;
    static constexpr bool fits = [] {
        if constexpr (array)
            return Bounds % 2 == 0 && (Bounds == 2 || array_shape<typename E::value_type>::any ||
                                       Bounds / 2 <= array_shape<typename E::value_type>::dimensions);
        else return true;
    }();
    static_assert(fits, "pgmodel: slice() takes two bounds for each dimension of the array, from the first on");
    static constexpr bool value = array && fits;
};

template <class E>
using collected = std::conditional_t<E::nullable, std::optional<typename E::value_type>, typename E::value_type>;

}  // namespace detail

/// The right side of a comparison: `5 == pg::any(col<&t::numbers>)`, `col<&t::name>.like(pg::any(patterns))`; it holds
/// for one element or more, or for all. The list is an array column or a `std::vector`, which is one parameter.
template <class List>
constexpr auto any(List&& list) {
    return detail::make_quantified<"any(">(static_cast<List&&>(list));
}
template <class List>
constexpr auto all(List&& list) {
    return detail::make_quantified<"all(">(static_cast<List&&>(list));
}

/// `array[x, y, ...]`; with values that can be NULL it is a `std::vector<std::optional<T>>`.
template <detail::expression First, class... Rest>
constexpr auto array(First first, Rest&&... rest) {
    using value = typename First::value_type;
    static_assert(
        (detail::comparable_operands<First, std::remove_cvref_t<Rest>, detail::comparison::never>::value && ...));
    return [&]<class... Operands>(Operands... operands) {
        using common = typename detail::common_of<value, typename Operands::value_type...>::type;
        using list = detail::with_element<std::vector<common>, First::nullable || (Operands::nullable || ...)>;
        const detail::call<"array[", "]", list, detail::holds_arguments, First, Operands...> made(
            std::move(first), std::move(operands)...);
        // Of literal enumerators alone it would be an array of texts.
        if constexpr (detail::is_enum_literal<First> && (detail::is_enum_literal<Operands> && ...))
            return cast<list>(made);
        else return made;
    }(detail::as_operand<value, First>(static_cast<Rest&&>(rest))...);
}
/// No bound on this side of a slice: `pg::slice(x, 2, pg::open_end)` is `x[2:]`, `pg::slice(x, pg::open_end, 3)` is
/// `x[:3]`.
inline constexpr detail::open_bound open_end{};

/// `x[low:high]`: the elements from one place to another; what is not there is left out. Of an array of several
/// dimensions two bounds for each: `slice(x, 1, 2, 3, 4)` is `x[1:2][3:4]`; what is said of the first alone is said of
/// its rows.
template <detail::expression E, class... Bounds>
    requires(sizeof...(Bounds) > 1)
constexpr auto slice(E e, Bounds&&... bounds) {
    if constexpr (!detail::slice_fits<E, sizeof...(Bounds)>::value) return detail::refused<E>{};
    else
        return [&]<class... Places>(Places... places) {
            constexpr bool null = E::nullable || (Places::nullable || ...);
            return detail::element<detail::resized<typename E::value_type>, null, E, Places...>(std::move(e),
                                                                                                std::move(places)...);
        }(detail::slice_bound(static_cast<Bounds&&>(bounds))...);
}

/// `cardinality(x)`: how many elements; `array_length(x, 1)` is NULL for an empty array.
template <detail::expression E>
constexpr auto cardinality(E e) {
    return detail::array_function<"cardinality(", std::int32_t, false>(std::move(e));
}
template <detail::expression E>
constexpr auto array_length(E e, std::int32_t dimension = 1) {
    static_assert(detail::array_argument<"array_length(", E>::value);
    return detail::call<"array_length(", ")", std::int32_t, detail::can_be_null, E, detail::parameter<std::int32_t>>(
        std::move(e), detail::parameter<std::int32_t>(dimension));
}
template <detail::expression E>
constexpr auto array_ndims(E e) {
    return detail::array_function<"array_ndims(", std::int32_t, true>(std::move(e));
}
template <detail::expression E>
constexpr auto array_dims(E e) {
    return detail::array_function<"array_dims(", std::string, true>(std::move(e));
}
/// `array_position(x, element)`: the first place; NULL when it is not there.
template <class List, class Element>
    requires detail::with_expression<List, Element>
constexpr auto array_position(List&& list, Element&& element) {
    auto e = detail::as_value(static_cast<List&&>(list));
    using expression_type = decltype(e);
    static_assert(detail::searched_array<"array_position(", expression_type>::value);
    auto operand = detail::as_argument<"array_position(", 2, std::optional<detail::element_type<expression_type>>>(
        static_cast<Element&&>(element));
    return detail::call<"array_position(", ")", std::int32_t, detail::can_be_null, expression_type, decltype(operand)>(
        std::move(e), std::move(operand));
}
template <class List, class Element>
    requires detail::with_expression<List, Element>
constexpr auto array_positions(List&& list, Element&& element) {
    auto e = detail::as_value(static_cast<List&&>(list));
    using expression_type = decltype(e);
    static_assert(detail::searched_array<"array_positions(", expression_type>::value);
    auto operand = detail::as_argument<"array_positions(", 2, std::optional<detail::element_type<expression_type>>>(
        static_cast<Element&&>(element));
    constexpr bool null = expression_type::nullable;
    return detail::call<"array_positions(", ")", std::vector<std::int32_t>, null, expression_type, decltype(operand)>(
        std::move(e), std::move(operand));
}
/// An element added, taken out or replaced wherever it is. A NULL array counts as empty where one is added.
template <class List, class Element>
    requires detail::with_expression<List, Element>
constexpr auto array_append(List&& list, Element&& element) {
    auto e = detail::as_value(static_cast<List&&>(list));
    using expression_type = decltype(e);
    using namespace detail;
    if constexpr (!flat_array<"array_append(", expression_type>::value) return refused<expression_type>{};
    else {
        auto operand = as_argument<"array_append(", 2, std::optional<element_type<expression_type>>>(
            static_cast<Element&&>(element));
        return call<"array_append(", ")",
                    joined_array<typename expression_type::value_type, typename decltype(operand)::value_type,
                                 decltype(operand)::nullable>,
                    holds_arguments, expression_type, decltype(operand)>(std::move(e), std::move(operand));
    }
}
template <class Element, class List>
    requires detail::with_expression<List, Element>
constexpr auto array_prepend(Element&& element, List&& list) {
    auto e = detail::as_value(static_cast<List&&>(list));
    using expression_type = decltype(e);
    using namespace detail;
    if constexpr (!flat_array<"array_prepend(", expression_type>::value) return refused<expression_type>{};
    else {
        auto operand = as_argument<"array_prepend(", 1, std::optional<element_type<expression_type>>>(
            static_cast<Element&&>(element));
        return call<"array_prepend(", ")",
                    joined_array<typename expression_type::value_type, typename decltype(operand)::value_type,
                                 decltype(operand)::nullable>,
                    holds_arguments, decltype(operand), expression_type>(std::move(operand), std::move(e));
    }
}
template <class List, class Element>
    requires detail::with_expression<List, Element>
constexpr auto array_remove(List&& list, Element&& element) {
    auto e = detail::as_value(static_cast<List&&>(list));
    using expression_type = decltype(e);
    if constexpr (!detail::searched_array<"array_remove(", expression_type>::value)
        return detail::refused<expression_type>{};
    else return detail::element_function<"array_remove(", false>(std::move(e), static_cast<Element&&>(element));
}
template <detail::expression E, class From, class To>
constexpr auto array_replace(E e, From&& from, To&& to) {
    if constexpr (detail::array_argument<"array_replace(", E>::value)
        static_assert(detail::compared_type<typename E::value_type, detail::comparison::by_equality>::value);
    return detail::element_function<"array_replace(", true>(std::move(e), static_cast<From&&>(from),
                                                            static_cast<To&&>(to));
}
/// `trim_array(x, n)`: without its last n elements.
template <detail::expression E, class Count>
constexpr auto trim_array(E e, Count&& count) {
    static_assert(detail::array_argument<"trim_array(", E>::value);
    auto operand = detail::as_argument<"trim_array(", 2, std::int32_t>(static_cast<Count&&>(count));
    return detail::strict_call<"trim_array(", detail::resized<typename E::value_type>>(std::move(e),
                                                                                       std::move(operand));
}
/// `array_to_string(x, separator, for_null)`: NULL elements are left out, or written as the third argument.
template <detail::expression E, class... Texts>
constexpr auto array_to_string(E e, Texts&&... texts) {
    static_assert(detail::array_argument<"array_to_string(", E>::value &&
                  (sizeof...(Texts) == 1 || sizeof...(Texts) == 2));
    return [&]<class First, class... Operands>(First separator, Operands... operands) {
        constexpr bool null = E::nullable || First::nullable;
        return detail::call<"array_to_string(", ")", std::string, null, E, First, Operands...>(
            std::move(e), std::move(separator), std::move(operands)...);
    }(detail::as_argument<"array_to_string(", 2, std::string>(static_cast<Texts&&>(texts))...);
}
/// `string_to_array(text, separator)`, and with a third argument the text that stands for NULL.
template <class Text, class Separator>
constexpr auto string_to_array(Text&& text, Separator&& separator) {
    return detail::function_object<"string_to_array(",
                                   std::vector<std::string>(std::string, std::optional<std::string>)>{}(
        static_cast<Text&&>(text), static_cast<Separator&&>(separator));
}
template <class Text, class Separator, class Null>
constexpr auto string_to_array(Text&& text, Separator&& separator, Null&& null) {
    using list = std::vector<std::optional<std::string>>;
    return detail::function_object<"string_to_array(",
                                   list(std::string, std::optional<std::string>, std::optional<std::string>)>{}(
        static_cast<Text&&>(text), static_cast<Separator&&>(separator), static_cast<Null&&>(null));
}
/// `unnest(x)`: in a select list a row for each element.
template <detail::expression E>
constexpr auto unnest(E e) {
    static_assert(detail::array_argument<"unnest(", E>::value);
    constexpr bool null = detail::is_optional<typename detail::array_shape<typename E::value_type>::element>;
    return detail::call < "unnest(", ")", detail::element_type<E>,
           (null ? detail::can_be_null : 0) | detail::gives_rows, E > (std::move(e));
}

/// `array_agg(x)`: the values of all rows; NULL when there are none.
template <detail::expression E>
constexpr auto array_agg(E given) {
    auto e = detail::with_type<typename E::value_type>(std::move(given));
    return detail::call < "array_agg(", ")", std::vector<detail::collected<E>>,
           detail::aggregates_rows | detail::holds_arguments, decltype(e) > (std::move(e));
}
/// `string_agg(x, separator)`: the texts of all rows joined, NULLs left out; NULL when there are none.
template <detail::expression E, class Separator>
constexpr auto string_agg(E e, Separator&& separator) {
    return detail::function_object<"string_agg(", std::optional<std::string>(std::string, std::string),
                                   detail::aggregates | detail::null_without_rows>{}(
        std::move(e), static_cast<Separator&&>(separator));
}
template <detail::expression E>
constexpr auto string_agg(const E&) {
    static_assert(sizeof(E*) == 0, "pgmodel: string_agg() takes a separator: pgmodel::string_agg(x, \", \")");
}

template <class Never = void>
constexpr auto array(detail::anything, ...) {
    static_assert(detail::never<Never>,
                  "pgmodel: array() begins with a column or an expression, such as pgmodel::value(x); plain values "
                  "stand behind it, and a list of the program's is a value by itself");
}
// Of plain values alone.
template <class Never = void>
detail::call_of_values<Never> slice(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> cardinality(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> array_length(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> array_ndims(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> array_dims(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> array_position(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> array_positions(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> array_append(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> array_prepend(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> array_remove(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> array_replace(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> trim_array(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> array_to_string(detail::anything, ...);

}  // namespace pgmodel
