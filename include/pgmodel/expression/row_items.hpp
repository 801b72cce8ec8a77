// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Rows of values: in VALUES, in set() and in lists. What compares them with each other is in row_value.hpp.
#pragma once

#include <pgmodel/expression/conditional.hpp>

#include <tuple>
#include <vector>

namespace pgmodel {
namespace detail {

/// Beside anything where nothing else is there.
template <class... Given>
constexpr auto compare_elsewhere(const Given&...) {
    static_assert(
        never<Given...>,
        "pgmodel: a row is compared with a row: pgmodel::row(a, b) == pgmodel::row(x, y), or with a query, by "
        "#include <pgmodel/expression/row_value.hpp>; tuples are for lists: in(std::vector<std::tuple<...>>)");
}
template <fixed_string Operator, class... Given>
constexpr auto compare_rows(const Given&... given) {
    return compare_elsewhere(given...);
}
template <class... Given>
constexpr auto overlap_periods(const Given&... given) {
    return compare_elsewhere(given...);
}

/// Expressions and plain values, which take the types of what stands at their places in the other row.
template <class... Items>
struct row_value {
    static constexpr std::size_t size = sizeof...(Items);
    [[no_unique_address]] pack<Items...> items;

    constexpr explicit row_value(Items... all) : items(std::move(all)...) {}

    /// Of columns, for set(): `pg::row(col<&t::a>, col<&t::b>) = pg::select(...)`.
    template <class Query>
    constexpr auto operator=(Query&& query) const {
        return assignment_maker<row_value>::make(*this, static_cast<Query&&>(query));
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

    template <std::size_t I, class Item>
    constexpr const Item& item() const {
        return *pack<Items...>::template at<I, Item>(&items);
    }
    /// The item at a place as an operand beside another one.
    template <std::size_t I, class Item, class Other>
    constexpr auto operand() const {
        return as_operand<typename operand_type<Other, void>::type, Other>(item<I, Item>());
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

template <class... L, class Other>
constexpr auto operator==(const row_value<L...>& l, const Other& r) {
    return compare_elsewhere(l, r);
}
template <class... L, class Other>
constexpr auto operator<=>(const row_value<L...>& l, const Other& r) {
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
        detail::row_item<std::decay_t<Items>>(static_cast<Items&&>(items))...);
}

}  // namespace pgmodel
