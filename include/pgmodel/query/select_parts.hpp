// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Small parts of SELECT: how many rows, a condition in several steps, and the text of a query's type.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/expression/aggregate_call.hpp>
#include <pgmodel/expression/argument.hpp>
#include <pgmodel/query/select_checks.hpp>

namespace pgmodel::detail {

/// What of a query is written: all of it, as much as tells how many rows it has with its select list or without, or
/// their number as its select list.
enum class written { whole, listed_rows, rows, number };

/// LIMIT and OFFSET are parameters, so that pages share one statement.
template <fixed_string Before, fixed_string After, class Rows = std::int64_t>
struct row_count {
    template <class Tables>
    using stranger = void;

    std::int64_t value;

    static constexpr void write(text_writer& out, const row_count*) {
        out.append(Before.view());
        out.template parameter<std::int64_t>();
        out.append(After.view());
    }
    template <class F>
    constexpr void visit(F& f) const {
        f(value);
    }
};
template <fixed_string Before, fixed_string After, expression Rows>
struct row_count<Before, After, Rows> {
    template <class Tables>
    using stranger = typename Rows::template stranger<Tables>;

    [[no_unique_address]] Rows value;

    static constexpr void write(text_writer& out, const row_count*) {
        out.append(Before.view());
        if constexpr (After.view().empty()) Rows::write(out, static_cast<const Rows*>(nullptr));
        else write_part<level::primary>(out, static_cast<const Rows*>(nullptr));
        out.append(After.view());
    }
    template <class F>
    constexpr void visit(F& f) const {
        value.visit(f);
    }
};
template <class Rows>
struct counted_rows {
    static_assert(plain_integer<Rows>, "pgmodel: limit() and offset() take a number of rows, or a placeholder for one: "
                                       "pgmodel::arg<std::int64_t, \"rows\">");
    using type = std::int64_t;
};
template <class T, fixed_string Name>
    requires plain_integer<unwrapped<T>>
struct counted_rows<argument<T, Name>> {
    using type = argument<T, Name>;
};
/// A number is copied, whatever refers to it.
template <class Rows>
    requires(referring<Rows> && plain_integer<typename referred<Rows>::type>)
struct counted_rows<Rows> {
    using type = std::int64_t;
};
template <literal_value V>
    requires plain_integer<typename literal<V>::value_type>
struct counted_rows<literal<V>> {
    static_assert(!literal<V>::is_negative(), "pgmodel: limit and offset cannot be negative");
    using type = literal<V>;
};
/// What the server computes before it reads rows: `.limit(pg::scalar(query))`.
template <expression Rows>
    requires(plain_integer<typename Rows::value_type>)
struct counted_rows<Rows> {
    static_assert(!has_aggregate<Rows> && !Rows::windowed && !is_dynamic<Rows>() && (Rows::special & holds_set) == 0,
                  "pgmodel: limit() and offset() are computed once for all rows: of values, subqueries and columns of "
                  "a query around this one, not of aggregates, or conditions of the run");
    using type = Rows;
};
template <class Clause>
inline constexpr bool computes_rows = false;
template <fixed_string Before, fixed_string After, expression Rows>
inline constexpr bool computes_rows<row_count<Before, After, Rows>> = true;
/// LIMIT and OFFSET where one of them is computed, so that it may speak of tables.
template <class Limit, class Offset>
using computed_counts =
    std::conditional_t<computes_rows<Limit> || computes_rows<Offset>, type_list<Limit, Offset>, void>;

/// What LIMIT and OFFSET do not see: the tables whose rows are counted.
template <class From>
struct all_but_counted {
    template <class Tag, class Column = void>
    static constexpr bool has = !From::template has<Tag>;
    template <class Node>
    static constexpr bool whole = false;
};
template <class Own>
struct counted_before_reading {
    static_assert(std::is_void_v<Own>,
                  "pgmodel: limit() and offset() are computed once for all rows: of values, subqueries and columns of "
                  "a query around this one, not of its own columns");
    static constexpr bool value = true;
};
template <class Query, class Outer, class Limit, class Offset>
struct query_stranger<Query, Outer, type_list<Limit, Offset>>
    : first_stranger<typename stranger_among<query_scope<from_list<>, 0, typename Query::with_type, no_clause, Outer>,
                                             Limit, Offset>::type,
                     typename query_stranger<Query, Outer>::type> {
    static_assert(counted_before_reading<
                  typename stranger_among<all_but_counted<typename Query::from_type>, Limit, Offset>::type>::value);
};
template <std::size_t Given>
struct one_row_count {
    static constexpr bool value = Given == 1;
    static_assert(value, "pgmodel: limit(), offset() and fetch_with_ties() take one number of rows each: "
                         ".limit(10).offset(20)");
};
template <class Rows>
using limit_clause = row_count<" limit ", "", typename counted_rows<Rows>::type>;
template <class Rows>
using ties_clause = row_count<" fetch first ", " rows with ties", typename counted_rows<Rows>::type>;
template <class Rows>
using offset_clause = row_count<" offset ", "", typename counted_rows<Rows>::type>;
template <class Clause>
inline constexpr bool keeps_ties = false;
template <class Rows>
inline constexpr bool keeps_ties<row_count<" fetch first ", " rows with ties", Rows>> = true;

PGMODEL_FUNCTION
[[noreturn]] void throw_negative_count();
template <class Clause, class Rows>
constexpr Clause checked_count(Rows rows) {
    if constexpr (plain_integer<Rows>) {
        if (!std::in_range<std::int64_t>(rows) || rows < 0) throw_negative_count();
        return {static_cast<std::int64_t>(rows)};
    } else if constexpr (referring<Rows>) {
        return checked_count<Clause>(rows.get());
    } else if constexpr (expression<Rows>) {
        return {rows};
    } else {
        return {};
    }
}

template <class Condition>
struct whole_condition {
    static_assert(!std::is_same_v<Condition, bool>,
                  "pgmodel: a bare bool is not a condition; compare a column with a value, or use pgmodel::lit<true>");
    static_assert(!is_assignment<Condition>, "pgmodel: = gives a column a value and is no condition; compare with ==");
    static constexpr bool value = is_condition<Condition>();
};
/// `old and more`; what was said first.
template <class Old, class More>
constexpr auto both_conditions(const Old& old, More more) {
    if constexpr (is_said<Old>) return old && std::move(more);
    else return more;
}

/// The clauses that few queries have; of all others they are one class.
template <class With, class Distinct, class Group, class Having, class Windows, class Lock, bool Removed = false>
struct rare_clauses {
    using with_type = With;
    using distinct_type = Distinct;
    using group_type = Group;
    using having_type = Having;
    using windows_type = Windows;
    using lock_type = Lock;
    static constexpr bool constant =
        With::constant && Distinct::constant && Group::constant && Having::constant && Windows::constant;
    static constexpr bool dynamic = is_dynamic<With>() || is_dynamic<Having>() || is_dynamic<Windows>();
    static constexpr bool grouped = is_said<Group> || is_said<Having>;
    static constexpr bool with_removed = Removed;

    [[no_unique_address]] With ctes;
    [[no_unique_address]] Distinct unique;
    [[no_unique_address]] Group group;
    [[no_unique_address]] Having group_condition;
    [[no_unique_address]] Windows windows;
    [[no_unique_address]] Lock lock;

    template <class New>
    constexpr auto with_distinct(New given) const {
        return rare_clauses<With, New, Group, Having, Windows, Lock, Removed>{
            ctes, std::move(given), group, group_condition, windows, lock};
    }
    template <class New>
    constexpr auto with_group(New given) const {
        return rare_clauses<With, Distinct, New, Having, Windows, Lock, Removed>{
            ctes, unique, std::move(given), group_condition, windows, lock};
    }
    template <class New>
    constexpr auto with_having(New given) const {
        return rare_clauses<With, Distinct, Group, New, Windows, Lock, Removed>{
            ctes, unique, group, std::move(given), windows, lock};
    }
    template <class New>
    constexpr auto with_windows(New given) const {
        return rare_clauses<With, Distinct, Group, Having, New, Lock, Removed>{
            ctes, unique, group, group_condition, std::move(given), lock};
    }
    template <class New>
    constexpr auto with_lock(New given) const {
        return rare_clauses<With, Distinct, Group, Having, Windows, New, Removed>{
            ctes, unique, group, group_condition, windows, std::move(given)};
    }
    constexpr auto with_removed_rows() const {
        return rare_clauses<With, Distinct, Group, Having, Windows, Lock, true>{ctes,    unique, group, group_condition,
                                                                                windows, lock};
    }
};

/// The text of a query's type, as a value: `decltype(q)::sql == "..."`, `q.sql()`.
template <class Query>
struct query_text {
    constexpr std::string_view operator()() const {
        static_assert(checked_query<Query>::value);
        static_assert(!Query::dynamic,
                      "pgmodel: the text of this query is made when it runs, since a part of it was put together at "
                      "run time; ask pgmodel::sql_text(query)");
        if constexpr (Query::dynamic) return {};
        else return rendered<Query>::sql;
    }
    constexpr operator std::string_view() const { return (*this)(); }
    constexpr bool operator==(std::string_view other) const { return (*this)() == other; }
};

}  // namespace pgmodel::detail

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/query/impl/select_parts.ipp>
#endif
