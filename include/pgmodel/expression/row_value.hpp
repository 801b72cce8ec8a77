// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Rows of values, compared as a whole: `pg::row(col<&t::a>, col<&t::b>) < pg::row(x, y)`.
#pragma once

#include <pgmodel/expression/conditional.hpp>

#include <tuple>
#include <vector>

namespace pgmodel {
namespace detail {

template <fixed_string Operator, class Left, class Right>
constexpr auto compare_rows(const Left& left, const Right& right);
template <class Left, class Right>
constexpr auto overlap_periods(const Left& left, const Right& right);

/// Expressions and plain values, which take the types of what stands at their places in the other row.
template <class... Items>
struct row_value {
    static constexpr std::size_t size = sizeof...(Items);
    [[no_unique_address]] pack<Items...> items;

    constexpr explicit row_value(Items... all) : items(std::move(all)...) {}

    /// Of columns, for set(): `pg::row(col<&t::a>, col<&t::b>) = pg::select(...)`.
    template <class Query>
    constexpr auto operator=(Query&& query) const {
        return assignment_maker<row_value>::make(*this, std::forward<Query>(query));
    }

    /// `(a, b) IN (SELECT * FROM unnest($1, $2))`: the list is as many parameters as a row has places, however long it
    /// is.
    template <class... Values>
    auto in(const std::vector<std::tuple<Values...>>& rows) const {
        return member_of<" in ">(rows, std::index_sequence_for<Items...>{});
    }
    template <class... Values>
    auto not_in(const std::vector<std::tuple<Values...>>& rows) const {
        return member_of<" not in ">(rows, std::index_sequence_for<Items...>{});
    }
    template <referring List>
    auto in(const List& rows) const {
        return in(rows.get());
    }
    template <referring List>
    auto not_in(const List& rows) const {
        return not_in(rows.get());
    }
    /// `(a, b) IN (SELECT x, y ...)`: of a query that selects as many expressions.
    template <query Query>
    constexpr auto in(const Query& rows) const {
        return member_of_query<" in (">(rows);
    }
    template <query Query>
    constexpr auto not_in(const Query& rows) const {
        return member_of_query<" not in (">(rows);
    }

    /// `(a, b) IS DISTINCT FROM (c, d)`: like !=, but NULL differs from every value and not from NULL.
    template <class... Others>
    constexpr auto is_distinct_from(const row_value<Others...>& other) const {
        return compare_rows<" is distinct from ">(*this, other);
    }
    /// `IS NOT DISTINCT FROM`: like ==, but NULL equals NULL.
    template <class... Others>
    constexpr auto is_not_distinct_from(const row_value<Others...>& other) const {
        return compare_rows<" is not distinct from ">(*this, other);
    }
    /// `(a, b) OVERLAPS (c, d)`: have these two periods a moment in common? Each is two moments or clock times, or one
    /// and a length of time; the later end is not part of it.
    template <class... Others>
    constexpr auto overlaps(const row_value<Others...>& other) const {
        return overlap_periods(*this, other);
    }
    /// As an operand beside a query.
    constexpr auto operand() const {
        return [this]<std::size_t... I>(std::index_sequence<I...>) {
            return row_operand<Items...>(*pack<Items...>::template at<I, Items>(&items)...);
        }(std::index_sequence_for<Items...>{});
    }

    /// The item at a place as an operand beside another one.
    template <std::size_t I, class Item, class Other>
    constexpr auto operand() const {
        const Item& item = *pack<Items...>::template at<I, Item>(&items);
        if constexpr (expression<Item>) return item;
        else return as_operand<typename operand_type<Other, void>::type, Other>(item);
    }

private:
    template <fixed_string Operator, class Query>
    constexpr auto member_of_query(const Query& rows) const {
        static_assert((expression<Items> && ...), "pgmodel: a row of expressions is looked for in a query");
        return in_query<Operator, row_operand<Items...>, Query>(operand(), rows);
    }
    template <fixed_string Operator, class... Values, std::size_t... I>
    auto member_of(const std::vector<std::tuple<Values...>>& rows, std::index_sequence<I...>) const {
        static_assert((expression<Items> && ...),
                      "pgmodel: a row of expressions is looked for in a list of std::tuple");
        static_assert(sizeof...(Values) == size,
                      "pgmodel: the tuples of the list have another number of places than the row");
        static_assert((compared_type<typename Items::value_type, comparison::by_parts>::value && ...));
        const auto column = [&rows]<std::size_t At, class Item>(std::integral_constant<std::size_t, At>, const Item*) {
            using type = typename Item::value_type;
            std::vector<type> list;
            list.reserve(rows.size());
            for (const auto& each : rows) list.push_back(type(make_parameter<type, Item>(std::get<At>(each)).value));
            return parameter<std::vector<type>>(std::move(list));
        };
        return strict_infix<Operator, level::comparison, bool>(
            strict_call<"(", bool>(*pack<Items...>::template at<I, Items>(&items)...),
            call<"(select * from unnest(", "))", bool, false, parameter<std::vector<typename Items::value_type>>...>(
                column(std::integral_constant<std::size_t, I>{}, static_cast<const Items*>(nullptr))...));
    }
};

/// May these two stand at the same place?
template <class Left, class Right>
constexpr bool check_places() {
    static_assert(expression<Left> || expression<Right>,
                  "pgmodel: of two rows, one must have an expression at each place");
    if constexpr (expression<Left> || expression<Right>)
        static_assert(comparable_operands<Left, Right, comparison::never>::value);
    if constexpr (expression<Left> && !expression<Right>)
        return operand_fits<Left, typename Left::value_type, value_given<Right>>::value;
    else if constexpr (expression<Right> && !expression<Left>)
        return operand_fits<Right, typename Right::value_type, value_given<Left>>::value;
    return true;
}
template <class Left, class Right>
inline constexpr bool rows_sort = true;
template <class... L, class... R>
    requires(sizeof...(L) == sizeof...(R))
inline constexpr bool rows_sort<row_value<L...>, row_value<R...>> =
    (is_compared<left_type<L, R>, comparison::by_parts> && ...);
template <class Left, class Right>
struct rows_fit;
template <class... L, class... R>
struct rows_fit<row_value<L...>, row_value<R...>> {
    static constexpr bool same_size = sizeof...(L) == sizeof...(R);
    static_assert(same_size, "pgmodel: two rows are compared that have different numbers of places");
    static_assert(!same_size || rows_sort<row_value<L...>, row_value<R...>>,
                  "pgmodel: PostgreSQL compares rows by values that it can sort, which those of json, xml, points and "
                  "the like are not; cast these to text, and a domain of an enum to the enum");
    static constexpr bool value = [] {
        if constexpr (same_size) return (check_places<L, R>() && ...);
        else return false;
    }();
};

template <fixed_string Operator, class... L, class... R, std::size_t... I>
constexpr auto compare_rows(const row_value<L...>& left, const row_value<R...>& right, std::index_sequence<I...>) {
    auto a = strict_call<"(", bool>(left.template operand<I, L, R>()...);
    auto b = strict_call<"(", bool>(right.template operand<I, R, L>()...);
    if constexpr (Operator.text[1] == 'i')
        return infix<Operator, level::is, bool, false, decltype(a), decltype(b)>{{}, std::move(a), std::move(b)};
    else return strict_infix<Operator, level::comparison, bool>(std::move(a), std::move(b));
}
template <fixed_string Operator, class Left, class Right>
constexpr auto compare_rows(const Left& left, const Right& right) {
    if constexpr (rows_fit<Left, Right>::value)
        return compare_rows<Operator>(left, right, std::make_index_sequence<Left::size>{});
    else return refused<Left, Right>{};
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
        static_assert(fits,
                      "pgmodel: overlaps() of rows is asked of two periods: (from, to) or (from, interval) of one "
                      "type of moments");
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

/// A row beside a tuple.
template <class... L, class... Values>
constexpr auto operator==(const row_value<L...>&, const std::tuple<Values...>&) {
    static_assert(never<L...>,
                  "pgmodel: a row is compared with a row: pgmodel::row(a, b) == pgmodel::row(x, y); tuples are for "
                  "lists: in(std::vector<std::tuple<...>>)");
}
template <class... L, class... Values>
constexpr auto operator<=>(const row_value<L...>& l, const std::tuple<Values...>& r) {
    return l == r;
}

/// What a row keeps of an item: texts are owned, views stay views.
template <class Item>
using row_item = std::conditional_t<!expression<Item> && std::is_pointer_v<Item> &&
                                        std::is_convertible_v<const Item&, std::string_view>,
                                    owned_text, Item>;

}  // namespace detail

/// A row of two values or more, to compare with another one place by place, from left to right, as for keyset
/// pagination: `pg::row(col<&t::created_at>, col<&t::id>) < pg::row(last.created_at, last.id)` is `(created_at, id) <
/// ($1, $2)`.
template <class... Items>
constexpr auto row(Items&&... items) {
    static_assert(sizeof...(Items) > 1, "pgmodel: row() takes two values or more");
    return detail::row_value<detail::row_item<std::decay_t<Items>>...>(
        detail::row_item<std::decay_t<Items>>(std::forward<Items>(items))...);
}

}  // namespace pgmodel
