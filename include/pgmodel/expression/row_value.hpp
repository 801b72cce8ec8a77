// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Rows of values, compared as a whole: `pg::row(col<&t::a>, col<&t::b>) < pg::row(x, y)`. Not part of <pgmodel.hpp>,
// which has rows for VALUES, set() and lists.
#pragma once

#include <pgmodel/expression/row_items.hpp>

namespace pgmodel::detail {

/// `[not] distinct from`, for which NULL is a value.
template <fixed_string Operator>
inline constexpr bool knows_null = Operator.text[1] == 'i';
/// A std::optional at a place where NULL may stand.
template <fixed_string Operator, class Item, class Beside>
inline constexpr bool is_perhaps_null =
    knows_null<Operator> && !expression<Item> && expression<Beside> && is_optional<value_given<Item>>;
template <class Item, class Beside>
struct optional_fits {
    static constexpr bool value = convertible_operand<typename Beside::value_type, unwrapped<value_given<Item>>>();
    static_assert(value, "pgmodel: this optional holds another type than the column beside it");
};

/// May these two stand at the same place?
template <fixed_string Operator, class Left, class Right>
constexpr bool check_places() {
    static_assert(expression<Left> || expression<Right>,
                  "pgmodel: of two rows, one must have an expression at each place");
    if constexpr (is_perhaps_null<Operator, Right, Left>) {
        return optional_fits<Right, Left>::value;
    } else if constexpr (is_perhaps_null<Operator, Left, Right>) {
        return optional_fits<Left, Right>::value;
    } else if constexpr (expression<Left> || expression<Right>) {
        static_assert(comparable_operands<Left, Right, comparison::never>::value);
        if constexpr (!expression<Right>)
            return operand_fits<Left, typename Left::value_type, value_given<Right>>::value;
        else if constexpr (!expression<Left>)
            return operand_fits<Right, typename Right::value_type, value_given<Left>>::value;
        else return true;
    } else {
        return true;
    }
}
/// The item of a row at a place, as an operand beside another one.
template <fixed_string Operator, std::size_t I, class Item, class Other, class Row>
constexpr auto place_operand(const Row& row) {
    if constexpr (is_perhaps_null<Operator, Item, Other>)
        return optional_operand<typename Other::value_type, Other>(row.template item<I, Item>());
    else return row.template operand<I, Item, Other>();
}
template <fixed_string Operator, class Left, class Right>
inline constexpr bool rows_sort = true;
template <fixed_string Operator, class... L, class... R>
    requires(sizeof...(L) == sizeof...(R))
inline constexpr bool rows_sort<Operator, row_value<L...>, row_value<R...>> =
    ((is_compared<left_type<L, R>, comparison::by_parts> && is_compared<left_type<L, R>, asked_by<Operator>>) && ...);
template <fixed_string Operator, class Left, class Right>
struct rows_fit;
template <fixed_string Operator, class... L, class... R>
struct rows_fit<Operator, row_value<L...>, row_value<R...>> {
    static constexpr bool same_size = sizeof...(L) == sizeof...(R);
    static_assert(same_size, "pgmodel: two rows are compared that have different numbers of places");
    static_assert(!same_size || rows_sort<Operator, row_value<L...>, row_value<R...>>,
                  "pgmodel: PostgreSQL compares rows by values that it can sort, which those of json, xml, points and "
                  "the like are not, and has no < of hstore; cast these to text, and a domain of an enum to the enum");
    static constexpr bool value = [] {
        if constexpr (same_size) return (check_places<Operator, L, R>() && ...);
        else return false;
    }();
};

template <fixed_string Operator, class... L, class... R, std::size_t... I>
constexpr auto compare_rows(const row_value<L...>& left, const row_value<R...>& right, std::index_sequence<I...>) {
    auto a = strict_call<"(", bool>(place_operand<Operator, I, L, R>(left)...);
    auto b = strict_call<"(", bool>(place_operand<Operator, I, R, L>(right)...);
    if constexpr (knows_null<Operator>)
        return infix<Operator, level::is, bool, false, decltype(a), decltype(b)>{{}, std::move(a), std::move(b)};
    else return strict_infix<Operator, level::comparison, bool>(std::move(a), std::move(b));
}
template <fixed_string Operator, class... L, class... R>
constexpr auto compare_rows(const row_value<L...>& left, const row_value<R...>& right) {
    if constexpr (rows_fit<Operator, row_value<L...>, row_value<R...>>::value)
        return compare_rows<Operator>(left, right, std::index_sequence_for<L...>{});
    else return refused<row_value<L...>, row_value<R...>>{};
}

/// An end of a period: the type of a plain value is the other row's or, of a length of time, an interval.
template <class Moment, class Item>
constexpr auto end_of_period(const Item& item) {
    if constexpr (is_length_of_time<Item>) return as_operand<interval, Item>(item);
    else return as_operand<Moment, Item>(item);
}
template <class Moment, class End>
inline constexpr bool ends_period =
    std::is_same_v<typename End::value_type, Moment> || std::is_same_v<typename End::value_type, interval>;
template <class Moment, class From, class To>
inline constexpr bool is_period = (is_moment(id_of<Moment>()) || is_clock(id_of<Moment>())) &&
                                  std::is_same_v<typename From::value_type, Moment> && ends_period<Moment, To>;
template <bool Fit>
struct are_periods {
    static_assert(Fit,
                  "pgmodel: overlaps() of rows is asked of two periods: (from, to) or (from, interval) of one type "
                  "of moments");
    static constexpr bool value = Fit;
};
template <class... L, class... R>
constexpr auto overlap_periods(const row_value<L...>&, const row_value<R...>&) {
    static_assert(are_periods < sizeof...(L) == 2 && sizeof...(R) == 2 > ::value);
    return refused<L..., R...>{};
}
template <class A, class B, class C, class D>
constexpr auto overlap_periods(const row_value<A, B>& left, const row_value<C, D>& right) {
    using moment = typename operand_type<A, typename operand_type<C, void>::type>::type;
    constexpr bool known = !std::is_void_v<moment>;
    static_assert(known, "pgmodel: one of two periods begins with a column or an expression");
    if constexpr (known) {
        auto a = end_of_period<moment>(*pack<A, B>::template at<0, A>(&left.items));
        auto b = end_of_period<moment>(*pack<A, B>::template at<1, B>(&left.items));
        auto c = end_of_period<moment>(*pack<C, D>::template at<0, C>(&right.items));
        auto d = end_of_period<moment>(*pack<C, D>::template at<1, D>(&right.items));
        constexpr bool fits =
            is_period<moment, decltype(a), decltype(b)> && is_period<moment, decltype(c), decltype(d)>;
        static_assert(are_periods<fits>::value);
        if constexpr (fits)
            return strict_infix<" overlaps ", level::like, bool>(strict_call<"(", bool>(std::move(a), std::move(b)),
                                                                 strict_call<"(", bool>(std::move(c), std::move(d)));
        else return refused<A, B, C, D>{};
    } else {
        return refused<A, B, C, D>{};
    }
}

template <class... L, class... R>
constexpr auto operator==(const row_value<L...>& l, const row_value<R...>& r) {
    return compare_rows<" = ">(l, r);
}
template <class... L, class... R>
constexpr auto operator!=(const row_value<L...>& l, const row_value<R...>& r) {
    return compare_rows<" <> ">(l, r);
}
template <class... L, class... R>
constexpr auto operator<(const row_value<L...>& l, const row_value<R...>& r) {
    return compare_rows<" < ">(l, r);
}
template <class... L, class... R>
constexpr auto operator<=(const row_value<L...>& l, const row_value<R...>& r) {
    return compare_rows<" <= ">(l, r);
}
template <class... L, class... R>
constexpr auto operator>(const row_value<L...>& l, const row_value<R...>& r) {
    return compare_rows<" > ">(l, r);
}
template <class... L, class... R>
constexpr auto operator>=(const row_value<L...>& l, const row_value<R...>& r) {
    return compare_rows<" >= ">(l, r);
}

/// A row and the one row of a query, `(a, b) = (select x, y ...)`.
template <fixed_string Operator, class... L, class Query>
constexpr auto compare_with_query(const row_value<L...>& left, const Query& right) {
    constexpr bool expressions = (expression<L> && ...);
    static_assert(expressions,
                  "pgmodel: a row that is compared with a query is made of expressions; write pgmodel::value(...)");
    if constexpr (expressions) {
        using inside = looked_in<row_operand<L...>, Query>;
        static_assert(inside::value && nested_query<Query>::value);
        static_assert(inside::same_types,
                      "pgmodel: a row is compared with a query of values that can be compared with its own, place by "
                      "place; this one has another type");
        using row = query_value<"(", ")", bool, inside::nullable || !Query::one_row, Query>;
        return strict_infix<Operator, level::comparison, bool>(left.operand(), row(right));
    } else {
        return refused<L...>{};
    }
}
template <class... L, query Query>
constexpr auto operator==(const row_value<L...>& l, const Query& r) {
    return compare_with_query<" = ">(l, r);
}
template <class... L, query Query>
constexpr auto operator!=(const row_value<L...>& l, const Query& r) {
    return compare_with_query<" <> ">(l, r);
}
template <class... L, query Query>
constexpr auto operator<(const row_value<L...>& l, const Query& r) {
    return compare_with_query<" < ">(l, r);
}
template <class... L, query Query>
constexpr auto operator<=(const row_value<L...>& l, const Query& r) {
    return compare_with_query<" <= ">(l, r);
}
template <class... L, query Query>
constexpr auto operator>(const row_value<L...>& l, const Query& r) {
    return compare_with_query<" > ">(l, r);
}
template <class... L, query Query>
constexpr auto operator>=(const row_value<L...>& l, const Query& r) {
    return compare_with_query<" >= ">(l, r);
}

}  // namespace pgmodel::detail

namespace pgmodel {

/// `count((a, b))`: all rows, and with `.distinct()` how many pairs there are, those with NULL among them.
template <detail::expression... Items>
constexpr auto count(const detail::row_value<Items...>& row) {
    static_assert((detail::told_type<typename Items::value_type>::value && ...));
    return [&row]<std::size_t... I>(std::index_sequence<I...>) {
        return count(detail::strict_call<"(", bool>(row.items.template get<I, Items>()...));
    }(std::index_sequence_for<Items...>{});
}

}  // namespace pgmodel
