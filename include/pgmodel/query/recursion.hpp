// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What the server asks of a query of WITH RECURSIVE that reads itself.
#pragma once

#include <pgmodel/expression/aggregate_call.hpp>
#include <pgmodel/query/select_checks.hpp>
#include <pgmodel/query/set_operation.hpp>
#include <pgmodel/query/sources.hpp>

#include <cstddef>

namespace pgmodel::detail {

/// A common table expression where it is read: its name.
template <class Tag>
struct cte_source : source_tag {
    using tag = Tag;
    static constexpr bool table = false;
    static constexpr bool lateral = false;
    static constexpr bool constant = true;
    template <class Tables>
    using stranger = std::conditional_t<Tables::template has<cte_name<Tag>>, void, cte_name<Tag>>;

    static constexpr void write(text_writer& out, const cte_source*) { out.name(name_of_tag<Tag>()); }
    template <class F>
    constexpr void visit(F&) const {}
};

/// How often a query reads a name in FROM, also in subqueries there; where an outer join may leave it out; and where a
/// set operation takes rows away.
struct own_reads {
    int all = 0;
    int missing = 0;
    int apart = 0;
};
template <class Set>
inline constexpr std::string_view word_of_set{};
template <fixed_string Word, int Level, class... Parts>
inline constexpr std::string_view word_of_set<set_query<Word, Level, Parts...>> = Word.view();
template <class Tag, class Query>
constexpr own_reads reads_of();
template <class Tag, class Source>
inline constexpr own_reads reads_of_source{};
template <class Tag, bool Only>
inline constexpr own_reads reads_of_source<Tag, table_source<Tag, Only>>{1};
template <class T, fixed_string Name, bool Only>
inline constexpr own_reads reads_of_source<T, table_source<aliased<T, Name>, Only>>{1};
template <class Tag>
inline constexpr own_reads reads_of_source<Tag, cte_source<Tag>>{1};
template <class Tag, class Name, class Query, bool Lateral>
inline constexpr own_reads reads_of_source<Tag, subquery_source<Name, Query, Lateral>> = reads_of<Tag, Query>();

template <class Tag, class From, std::size_t... I>
constexpr own_reads reads_of_from(std::index_sequence<I...>) {
    own_reads found;
    [[maybe_unused]] const auto add = [&found](own_reads more, bool missing) {
        found.all += more.all;
        found.missing += missing ? more.all : more.missing;
        found.apart += more.apart;
    };
    (add(reads_of_source<Tag, typename From::template item_at<I>::source>, From::may_miss(I)), ...);
    return found;
}
template <class Tag, class Query>
constexpr own_reads reads_of() {
    if constexpr (requires { requires Query::with_type::template has<cte_name<Tag>>; }) {
        return {};
    } else if constexpr (joins_queries<Query>) {
        const own_reads left = reads_of<Tag, typename Query::left_type>();
        const own_reads right = reads_of<Tag, typename Query::right_type>();
        constexpr std::string_view word = word_of_set<Query>;
        constexpr bool except = word.starts_with(" except");
        constexpr bool both = word == " except all " || word == " intersect all ";
        return {left.all + right.all, left.missing + right.missing,
                (both ? left.all : left.apart) + (both || except ? right.all : right.apart)};
    } else if constexpr (requires {
                             typename Query::list_type;
                             typename Query::from_type;
                         }) {
        using from = typename Query::from_type;
        return reads_of_from<Tag, from>(std::make_index_sequence<from::count>{});
    } else {
        return {};
    }
}

/// A scope in which nothing is a stranger but a query that reads this name, so one in an expression.
template <class Tag>
struct reading_scope {
    template <class Other, class Column = void>
    static constexpr bool has = true;
    template <class Node>
    static constexpr bool whole = false;
};
template <class Tag, class Query>
constexpr bool reads_in_expressions();
template <class Tag, class Part>
inline constexpr bool holds_read = !std::is_void_v<typename Part::template stranger<reading_scope<Tag>>>;
template <class Tag, class Name, class Query, bool Lateral>
inline constexpr bool holds_read<Tag, subquery_source<Name, Query, Lateral>> = reads_in_expressions<Tag, Query>();
template <class Tag, class From, std::size_t... I>
constexpr bool from_holds_read(std::index_sequence<I...>) {
    return ((holds_read<Tag, typename From::template item_at<I>::source> ||
             holds_read<Tag, typename From::template item_at<I>::condition>) ||
            ... || false);
}
/// Does a query read a name in a subquery of an expression, in its clauses or in those of a subquery of its FROM?
template <class Tag, class Query>
constexpr bool reads_in_expressions() {
    if constexpr (requires { requires Query::with_type::template has<cte_name<Tag>>; }) {
        return false;
    } else if constexpr (joins_queries<Query>) {
        return reads_in_expressions<Tag, typename Query::left_type>() ||
               reads_in_expressions<Tag, typename Query::right_type>();
    } else if constexpr (requires {
                             typename Query::list_type;
                             typename Query::windows_type;
                         }) {
        using from = typename Query::from_type;
        return !std::is_void_v<typename clause_stranger<Query, reading_scope<Tag>>::type> ||
               from_holds_read<Tag, from>(std::make_index_sequence<from::count>{});
    } else {
        return false;
    }
}
template <class Tag, class Query>
constexpr bool reads_anywhere() {
    return reads_of<Tag, Query>().all > 0 || reads_in_expressions<Tag, Query>();
}
template <class Query, class Tag>
struct query_stranger<Query, reading_scope<Tag>> : std::conditional<reads_anywhere<Tag, Query>(), cte_name<Tag>, void> {
};
template <class Query, class Tag, class Limit, class Offset>
struct query_stranger<Query, reading_scope<Tag>, type_list<Limit, Offset>> : query_stranger<Query, reading_scope<Tag>> {
};
template <class Set, class Tag, class... Counts>
struct set_stranger<Set, reading_scope<Tag>, Counts...>
    : std::conditional<reads_anywhere<Tag, Set>(), cte_name<Tag>, void> {};

/// Do some of these common table expressions read each other, directly or by way of others?
template <class... Ctes>
constexpr bool reads_mutually() {
    constexpr std::size_t count = sizeof...(Ctes);
    bool reads[count][count]{};
    const auto fill = []<class Cte>(const Cte*, bool* row) {
        using query = decltype(Cte::query);
        std::size_t j = 0;
        ((row[j++] = !std::is_same_v<Cte, Ctes> && reads_anywhere<typename Ctes::tag, query>()), ...);
    };
    std::size_t i = 0;
    (fill(static_cast<const Ctes*>(nullptr), reads[i++]), ...);
    for (std::size_t by = 0; by < count; ++by)
        for (std::size_t from = 0; from < count; ++from)
            for (std::size_t to = 0; to < count; ++to) reads[from][to] |= reads[from][by] && reads[by][to];
    for (std::size_t at = 0; at < count; ++at)
        if (reads[at][at]) return true;
    return false;
}

/// Does a query that reads a name in its FROM make aggregates there?
template <class Tag, class Query>
constexpr bool aggregates_own_rows() {
    if constexpr (requires {
                      typename Query::list_type;
                      typename Query::having_type;
                  }) {
        if constexpr (Query::list_type::aggregate || Query::order_type::aggregate ||
                      has_aggregate<typename Query::having_type>)
            return Query::from_type::template has<Tag>;
        else return false;
    } else {
        return false;
    }
}

/// A recursive query that leaves out equal rows, which the server finds by hashing.
template <class Types>
struct hashed_columns;
template <class... Columns>
struct hashed_columns<type_list<Columns...>> {
    static_assert((is_hashable<unwrapped<Columns>>() && ...),
                  "pgmodel: PostgreSQL cannot hash values of this type, as a recursive union_() asks; use union_all() "
                  "or cast it to text");
    static constexpr bool value = true;
};

/// A column, whatever its table is called.
template <class Item>
struct plain_item {
    using type = Item;
};
template <class Alias, class Column>
struct plain_item<alias_column<Alias, Column>> {
    using type = Column;
};
/// Is it the field at this place?
template <class Row, std::size_t Place, class Item>
inline constexpr bool is_field = false;
template <class Row, std::size_t Place, auto M>
inline constexpr bool is_field<Row, Place, column<M>> = std::is_same_v<owner_of<M>, Row> && column_place<M> == Place;
/// Columns and casts have the lengths of their types; what is computed of them has others.
template <class Item>
inline constexpr bool has_own_length = false;
template <auto M>
inline constexpr bool has_own_length<column<M>> = true;
template <fixed_string Type, class T, int Properties, class E>
inline constexpr bool has_own_length<call<"cast(", Type, T, Properties, E>> = true;
template <class Start, class Step>
inline constexpr bool have_one_length =
    has_own_length<Start> && has_own_length<Step> &&
    declared_type<typename Start::value_type>() == declared_type<typename Step::value_type>();
/// A column in the start and in the step of a recursive query.
template <class Row, std::size_t Place, class Start, class Step>
struct recursive_column {
    static_assert(declared_type<typename Start::value_type>().find('(') == std::string_view::npos ||
                      is_field<Row, Place, Step> || have_one_length<Start, Step>,
                  "pgmodel: the start of a recursive query tells the lengths and scales of its columns, too, and its "
                  "step has another here; cast the column in the start, such as by pgmodel::cast<std::string>(...)");
    static constexpr bool value = true;
};
template <class Start, class Step, class Indices>
struct recursive_columns : std::true_type {};
template <class Row, class... Start, class... Step, std::size_t... I>
struct recursive_columns<into_list<Row, Start...>, into_list<Row, Step...>, std::index_sequence<I...>> {
    static constexpr bool value =
        (recursive_column<Row, I, typename plain_item<Start>::type, typename plain_item<Step>::type>::value && ...);
};
/// Of a set operation, which a start may be, none.
template <class Query>
struct list_of {
    using type = void;
};
template <class Query>
    requires requires { typename Query::list_type; }
struct list_of<Query> {
    using type = typename Query::list_type;
};

/// A query that reads itself, or none.
template <class Tag, class Query>
struct recursive_rows {
    static_assert(!reads_anywhere<Tag, Query>(),
                  "pgmodel: a query that reads itself has the form start.union_all(step) or start.union_(step)");
    using columns = std::true_type;
    static constexpr bool value = true;
};
template <class Tag, class Query>
    requires joins_queries<Query>
struct recursive_rows<Tag, Query> {
    static constexpr bool united = Query::keeps_equals || Query::leaves_out_equals;
    static constexpr own_reads start = reads_of<Tag, typename Query::left_type>();
    static constexpr own_reads step = reads_of<Tag, typename Query::right_type>();
    static constexpr bool recursive = united && step.all > 0;
    static_assert(start.all == 0 && !reads_in_expressions<Tag, typename Query::left_type>() &&
                      (united || step.all == 0),
                  "pgmodel: a query that reads itself has the form start.union_all(step) or start.union_(step), and "
                  "its start does not read it");
    static_assert(!recursive || step.all == 1, "pgmodel: the step of a recursive query reads it once");
    static_assert(!reads_in_expressions<Tag, typename Query::right_type>(),
                  "pgmodel: the step of a recursive query reads it in FROM, and in no subquery of an expression; join "
                  "it");
    static_assert(!recursive || step.apart == 0,
                  "pgmodel: the step of a recursive query reads it neither behind EXCEPT nor in EXCEPT ALL and "
                  "INTERSECT ALL");
    static_assert(!recursive || step.missing == 0,
                  "pgmodel: the step of a recursive query reads it where no outer join may leave it out");
    static_assert(!recursive || (!is_said<typename Query::order_type> && !Query::limited),
                  "pgmodel: order_by(), limit() and offset() are said of the query that reads a recursive one");
    static_assert(!recursive || !aggregates_own_rows<Tag, typename Query::right_type>(),
                  "pgmodel: the step of a recursive query makes no aggregates of its rows; make them of all rows in "
                  "the query that follows");
    using columns = std::conditional_t<
        recursive,
        recursive_columns<typename list_of<typename Query::left_type>::type,
                          typename list_of<typename Query::right_type>::type, std::make_index_sequence<Query::width>>,
        std::true_type>;
    static constexpr bool hashed = recursive && Query::leaves_out_equals;
    static constexpr bool value =
        std::conditional_t<hashed, hashed_columns<decltype(Query::column_types())>, std::true_type>::value;
};

}  // namespace pgmodel::detail
