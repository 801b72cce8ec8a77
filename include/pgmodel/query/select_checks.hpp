// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// All that can be wrong with a query as a whole. Each sentence is a class of its own, whose arguments the compiler
// shows.
#pragma once

#include <pgmodel/query/grouping.hpp>
#include <pgmodel/query/join_checks.hpp>
#include <pgmodel/query/known_columns.hpp>
#include <pgmodel/query/locking.hpp>
#include <pgmodel/query/select_list.hpp>
#include <pgmodel/query/source_names.hpp>

namespace pgmodel::detail {

/// Has every column that is stored; asked for what it has not, a query answers with a transient one.
template <class Column>
inline constexpr bool is_stored = true;
template <auto M>
inline constexpr bool is_stored<column<M>> =
    facts_of<owner_of<M>>.columns[column_place<M>].stored() && !means_whole_struct<M>;
template <class Alias, class Column>
inline constexpr bool is_stored<alias_column<Alias, Column>> = is_stored<Column>;
struct stored_columns {
    template <class Table, class Column = void>
    static constexpr bool has = is_stored<Column>;
    template <class Node>
    static constexpr bool whole = false;
};
template <class Column>
inline constexpr bool names_whole_struct = false;
template <auto M>
inline constexpr bool names_whole_struct<column<M>> = means_whole_struct<M>;
template <class Transient>
struct stored_column_of_query {
    static_assert(!names_whole_struct<Transient>,
                  "pgmodel: this field is an embedded struct, which is no column; name a field of "
                  "it: pgmodel::col<&model::field, &embedded::field>");
    static_assert(names_whole_struct<Transient> || std::is_void_v<Transient>,
                  "pgmodel: this field is transient, so it is no column of its table");
    static constexpr bool value = true;
};

template <class Ungrouped, class Group>
struct grouped_column {
    static_assert(std::is_void_v<Ungrouped>,
                  "pgmodel: this column is neither in group_by() nor inside an aggregate such as max(); add it to "
                  "group_by(), and mind that an expression is a group's key only as a whole and with pgmodel::lit for "
                  "its values, and in subqueries not at all");
    static constexpr bool value = true;
};

template <class Argument, class Group>
struct grouped_column<no_key<Argument>, Group> {
    static_assert(std::is_void_v<Argument>, "pgmodel: grouping() takes keys of group_by(), as they stand there");
    static constexpr bool value = true;
};

/// The sources: known models, none twice, joined on something.
template <class From, std::size_t N>
struct checked_source {
    using tag = typename From::template tag_at<N>;
    using item = typename From::template item_at<N>;
    static_assert(
        From::template place<tag> == N,
        "pgmodel: this model is already part of the query; a table cannot be joined twice under one name, give one of "
        "them another with pgmodel::alias<model, \"name\">");
    static_assert(item::source::table || can_be_derived<tag>,
                  "pgmodel: this model's table has a schema, so what stands for it in FROM needs a name of its own; "
                  "say .as(alias)");
    static constexpr bool fits = [] {
        if constexpr (requires { item::source::fits; }) return item::source::fits;
        else return true;
    }();
    static_assert(
        fits, "pgmodel: the struct of a function's rows has another number of fields than the function has columns");
    static constexpr bool needs_key =
        needs_condition(item::kind) && !is_said<typename item::condition> && !item::source::lateral;
    static constexpr std::size_t keys = [] {
        if constexpr (needs_key) return From::template key_to_before<N>::found;
        else return 1;
    }();
    static_assert(keys > 0,
                  "pgmodel: no foreign key leads from this model to the others of the query or back; say what to join "
                  "on: .on(condition)");
    static_assert(keys < 2,
                  "pgmodel: several foreign keys lead from this model to the others of the query or back; say which: "
                  ".on(condition)");
    using joined = std::conditional_t<asks_of_join<From>(N), joined_source<From, N>, simply_joined>;
    static_assert(joined::seen, "pgmodel: in SQL a join sees nothing of what stands before the last comma of from(); "
                                "join those tables by .cross_join(...) instead");
    static_assert(joined::independent, "pgmodel: what stands behind RIGHT JOIN or FULL JOIN cannot speak of the tables "
                                       "before it; use left_join()");
    static_assert(joined::full, "pgmodel: PostgreSQL makes a FULL JOIN only by an equality of columns of both sides "
                                "whose type can be sorted or hashed, to which other conditions may be joined by &&");
    static constexpr bool value = keys == 1 && checked_model<model_of<tag>>::value;
};
template <class From, class Indices = std::make_index_sequence<From::count>>
struct checked_sources;
template <class From, std::size_t... I>
struct checked_sources<From, std::index_sequence<I...>> {
    static constexpr bool value = (checked_source<From, I>::value && ... && true);
};

/// SELECT DISTINCT is ordered by what it selects, by nothing else.
template <class List, class Key>
struct distinct_order {
    using expression_type = typename sorted_expression<Key>::type;
    static_assert(
        List::template shows<expression_type> && expression_type::constant,
        "pgmodel: select distinct is ordered by what it selects; select this expression too, with pgmodel::lit for its "
        "values");
    static constexpr bool value = true;
};
template <class List, class Order>
struct distinct_orders : std::true_type {};
template <class List, class... Keys>
struct distinct_orders<List, key_list<Keys...>> {
    static constexpr bool value = (distinct_order<List, Keys>::value && ...);
};
struct distinct_rows : no_clause {
    static constexpr void write(text_writer& out, const distinct_rows*) { out.append("distinct "); }
};
/// The first keys of ORDER BY must be those of DISTINCT ON.
template <class Keys, class Order>
struct first_keys : std::true_type {};
template <class... Keys, class... Sorted>
struct first_keys<key_list<Keys...>, key_list<Sorted...>> {
    template <class Key>
    static constexpr bool among = (std::is_same_v<typename sorted_expression<Key>::type, Keys> || ...);
    static constexpr bool value = [] {
        const bool matches[]{among<Sorted>...};
        for (std::size_t i = 0; i < sizeof...(Sorted) && i < sizeof...(Keys); ++i)
            if (!matches[i]) return false;
        return true;
    }();
    static_assert(
        value, "pgmodel: order_by() must begin with the keys of distinct_on(), which are to be the same expressions");
};
template <class... Keys>
struct distinct_keys : key_list<Keys...> {
    static constexpr void write(text_writer& out, const distinct_keys* self) {
        out.append("distinct on (");
        key_list<Keys...>::write(out, self);
        out.append(") ");
    }
};

/// The columns of rows that are told from each other.
template <class Types>
struct told_columns;
template <class... Columns>
struct told_columns<type_list<Columns...>> {
    static constexpr bool value = (is_groupable<unwrapped<Columns>>() && ...);
};
/// The same of a select list, as soon as it is said.
template <class Item>
struct told_item {
    static constexpr bool value = is_groupable<typename Item::value_type>();
};
template <class T, class Indices = std::make_index_sequence<column_count<T>>>
struct told_fields;
template <class T, std::size_t... I>
struct told_fields<T, std::index_sequence<I...>> {
    static constexpr bool value =
        all_true({(!facts_of<T>.columns[I].stored() || is_groupable<unwrapped<column_type<I, T>>>())...});
};
template <class Tag>
struct told_item<whole_model<Tag>> : told_fields<model_of<Tag>> {};
template <class... Items>
struct told_items {
    static_assert((told_item<Items>::value && ...),
                  "pgmodel: PostgreSQL does not tell equal values of json, xml, points and the like from others, so "
                  "distinct() has no place beside a column of that type; select others, or cast it to text");
    static constexpr bool value = true;
};
template <class... Items>
told_items<Items...> told_items_of(const select_list<Items...>*);

template <class Distinct, class List, class Order>
struct checked_distinct : distinct_orders<List, Order> {};
template <class... Keys, class List, class Order>
struct checked_distinct<distinct_keys<Keys...>, List, Order> : first_keys<key_list<Keys...>, Order> {};

/// Is a name that ORDER BY, or DISTINCT ON, would take for a column given to something else in the select list?
template <class List, class Order>
inline constexpr bool hidden_order = false;
template <class List, class... Keys>
inline constexpr bool hidden_order<List, key_list<Keys...>> =
    (List::hides(selected_name<typename sorted_expression<Keys>::type>()) || ...);
template <class List, class... Keys>
inline constexpr bool hidden_order<List, distinct_keys<Keys...>> = hidden_order<List, key_list<Keys...>>;

template <class T>
inline constexpr bool is_window_definition = false;
template <fixed_string Name, class Spec>
inline constexpr bool is_window_definition<window_definition<Name, Spec>> = true;
template <class... Definitions>
struct window_list : key_list<Definitions...> {
    template <class Window>
    static constexpr bool has = ((std::is_same_v<Window, typename Definitions::window> ||
                                  std::is_same_v<Window, typename Definitions::extended>) ||
                                 ...);
    template <class Window>
    static constexpr std::size_t number = (std::is_same_v<Window, typename Definitions::window> + ...);
    static constexpr bool named_once = ((number<typename Definitions::window> == 1) && ...);
    /// Does each stand behind the one that it is made of?
    static constexpr bool in_order = [] {
        const std::string_view names[]{Definitions::window::name.view()...}, bases[]{Definitions::base.view()...};
        for (std::size_t i = 0; i < sizeof...(Definitions); ++i)
            for (std::size_t j = i; j < sizeof...(Definitions); ++j)
                if (bases[i] == names[j]) return false;
        return true;
    }();
};

/// Is each row of a query one of its sources?
template <class Query>
inline constexpr bool can_lock = false;
template <class Query>
    requires requires { typename Query::list_type; }
inline constexpr bool can_lock<Query> =
    !Query::is_grouped && !Query::is_distinct && !Query::list_type::windowed && !Query::order_type::windowed &&
    ((Query::list_type::special | Query::order_type::special) & holds_set) == 0;
/// A lock that names no tables is one of the rows of subqueries in FROM as well.
template <class Source>
inline constexpr bool locks_through = true;
template <class From, std::size_t... I>
constexpr bool all_lock_through(std::index_sequence<I...>) {
    return (locks_through<typename From::template item_at<I>::source> && ... && true);
}
template <class Query>
constexpr bool subquery_locks() {
    if constexpr (can_lock<Query>)
        return all_lock_through<typename Query::from_type>(std::make_index_sequence<Query::from_type::count>{});
    else return false;
}
template <class Tag, class Query, bool Lateral>
inline constexpr bool locks_through<subquery_source<Tag, Query, Lateral>> = subquery_locks<Query>();

/// Locks and what else is in the query.
template <class Query, class Lock>
struct checked_lock : std::true_type {};
template <class Query, class... Locks>
struct checked_lock<Query, lock_list<Locks...>> {
    using from = typename Query::from_type;
    using lock = lock_list<Locks...>;
    static_assert(
        can_lock<Query>,
        "pgmodel: for_update() and the like lock rows of tables, and have no place in a query with group_by(), "
        "aggregates, window functions, distinct() or unnest()");
    static_assert(lock::named || !can_lock<Query> || subquery_locks<Query>(),
                  "pgmodel: a subquery in FROM with group_by(), aggregates, distinct() or a set operation has no rows "
                  "to lock; name the tables with .of(...)");
    static_assert(lock::template known<from>, "pgmodel: of() names a table that is not part of the query");
    static_assert(lock::template tables<from, typename Query::with_type>,
                  "pgmodel: only tables can be locked; of() names a subquery, a query in WITH or a function");
    static_assert(
        !lock::template missing<from>,
        "pgmodel: rows that an outer join may leave out cannot be locked; name the other tables with .of(...)");
    static_assert(!(Query::with_ties && lock::skips), "pgmodel: WITH TIES and SKIP LOCKED cannot be used together");
    static constexpr bool value = true;
};
/// A column of the clauses that `Scope` has not.
template <class Query, class Scope>
struct clause_stranger
    : stranger_among<Scope, typename Query::list_type, typename Query::where_type, typename Query::group_type,
                     typename Query::having_type, typename Query::windows_type, typename Query::order_type,
                     typename Query::distinct_type> {};
/// A column, in the query or in a subquery of it, that neither its sources have nor `Outer`. `Counts`: LIMIT and OFFSET
/// if they are computed.
template <class Query, class Outer, class Counts = void, class From = typename Query::from_type>
struct query_stranger
    : first_stranger<
          typename clause_stranger<Query, query_scope<From, From::count, typename Query::with_type,
                                                      typename Query::windows_type, seen_around<From, Outer>>>::type,
          typename From::template stranger<typename Query::with_type, seen_around<From, Outer>>,
          typename Query::with_type::template stranger<Outer>> {};
/// Does it speak of the tables of a query around it? One that stands alone was asked for any stranger before.
template <class Query>
constexpr bool is_correlated() {
    if constexpr (std::is_void_v<typename Query::template stranger<table_list<>>>) return false;
    else return !std::is_void_v<typename Query::template stranger<only_ctes>>;
}

template <class Query>
struct checked_grouping {
    using group = typename Query::group_type;
    static_assert(nested_aggregate<(Query::list_type::special | Query::having_type::special |
                                    Query::order_type::special)>::value);
    static constexpr bool value = grouped_column<
        typename stranger_among<group_scope<typename Query::from_type, grouping_of<group>, typename Query::with_type>,
                                typename Query::list_type, typename Query::having_type, typename Query::order_type,
                                typename Query::distinct_type, typename Query::windows_type>::type,
        group>::value;
};

/// Does it read something? Instantiated first where a query is used, as its other sentences make no sense without.
template <class Query>
struct reading_query {
    static constexpr bool value = Query::from_type::count > 0 || !Query::list_type::aggregate;
    static_assert(value, "pgmodel: this query does not say which table it reads; add .from(pgmodel::model<...>)");
};

/// No column that is only in the struct; not asked of a query whose models have no such fields.
template <class Query>
struct checked_storing
    : stored_column_of_query<
          typename first_stranger<typename clause_stranger<Query, stored_columns>::type,
                                  typename Query::from_type::template own_stranger<stored_columns>>::type> {};

template <bool Ordered>
struct ties_in_order {
    static_assert(Ordered, "pgmodel: WITH TIES asks for order_by(), which tells what ties are");
    static constexpr bool value = true;
};

/// A query's sources and clauses, and these with each other; what is of an outer query is left to that one.
template <class Query>
struct checked_select {
    static_assert(reading_query<Query>::value);
    static_assert(checked_sources<typename Query::from_type>::value);
    static_assert(checked_names<Query>::value);
    static_assert(std::conditional_t<Query::from_type::stores_all, std::true_type, checked_storing<Query>>::value);
    static_assert(std::conditional_t<Query::is_grouped, checked_grouping<Query>, std::true_type>::value);
    static_assert(std::conditional_t<Query::is_distinct, typename Query::distinct_checks, std::true_type>::value);
    static_assert(checked_lock<Query, typename Query::lock_type>::value);
    static_assert(
        std::conditional_t<Query::includes_removed, std::true_type, typename Query::from_type::removed_checks>::value);
    static_assert(ties_in_order < !Query::with_ties || is_said < typename Query::order_type >> ::value);
    static constexpr bool value = true;
};

/// A query that stands alone: nothing in it may be of another. Instantiated first thing where a query is run, so that
/// its sentences come first.
template <class Query>
struct checked_query : Query::checks {
    static_assert(column_of_query<typename Query::template stranger<table_list<>>, typename Query::tables>::value);
};

}  // namespace pgmodel::detail
