// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// SELECT as a value with one template parameter for each clause, in SQL's order. A clause is a value with `constant`,
// `stranger<Tables>`, write(out, const Clause*) and visit(f); `no_clause` where nothing was said.
//
// What nearly every statement calls, once and with a type of its own, is inlined always: without optimisation a function takes a
// compiler more time than its code.
#pragma once

#include <pgmodel/expression/aggregate_call.hpp>
#include <pgmodel/query/column_types.hpp>
#include <pgmodel/query/crud.hpp>
#include <pgmodel/query/into.hpp>
#include <pgmodel/query/select_checks.hpp>
#include <pgmodel/query/select_parts.hpp>
#include <pgmodel/query/set_operation.hpp>

namespace pgmodel::detail {

template <class With, class Distinct, class List, class From, class Where, class Group, class Having, class Windows,
          class Order, class Limit, class Offset, class Lock>
struct select_query;

/// The struct that names the columns, if one does.
template <class List>
struct query_rows : query_tag {};
template <class List>
requires requires { typename List::struct_row; }
struct query_rows<List> : query_tag {
    using struct_row = typename List::struct_row;
};

template <class With, class Distinct, class List, class From, class Where, class Group, class Having, class Windows,
          class Order, class Limit, class Offset, class Lock>
struct select_query : query_rows<List> {
    using with_type = With;
    using distinct_type = Distinct;
    using list_type = List;
    using from_type = From;
    using tables = From;  // as errors show it
    using where_type = Where;
    using group_type = Group;
    using having_type = Having;
    using windows_type = Windows;
    using order_type = Order;
    using lock_type = Lock;
    using checks = checked_select<select_query>;
    using distinct_checks = checked_distinct<Distinct, List, Order>;

    static constexpr bool is_distinct = is_said<Distinct>;
    static constexpr bool is_grouped = is_said<Group> || is_said<Having> || List::aggregate || Order::aggregate;
    static constexpr bool with_ties = keeps_ties<Limit>;
    static constexpr bool limited = is_said<Limit> || is_said<Offset>;
    /// 0: as an operand of UNION it needs parentheses.
    static constexpr int set_level = limited || is_said<With> || is_said<Order> || is_said<Lock> ? 0 : 3;
    template <class Key>
    static constexpr bool shows = List::template shows<Key>;
    /// All rows are one group, so there is always one.
    static constexpr bool one_row = List::aggregate && !is_said<Group> && !is_said<Having> && !limited;
    static constexpr bool constant = With::constant && Distinct::constant && List::constant && From::constant &&
                                     Where::constant && Group::constant && Having::constant && Windows::constant &&
                                     Order::constant && !limited;

    using reader = typename List::template reader<null_scope<From, grouping_of<Group>>>;
    using row = typename reader::row;
    static constexpr auto column_types() { return typename types_of_reader<reader>::type{}; }
    static constexpr const auto& column_names() { return selected_names<List>::value; }
    static constexpr std::size_t width = List::width;
    using value_type = unwrapped<row>;  ///< of a query of one column
    static constexpr bool nullable = is_optional<row>;

    static constexpr bool dynamic = is_dynamic<With>() || is_dynamic<List>() || is_dynamic<From>() || is_dynamic<Where>() ||
                                    is_dynamic<Having>() || is_dynamic<Order>();

    /// A column, here or in a subquery, that neither this query's sources have nor `Outer`.
    template <class Outer>
    using stranger = typename query_stranger<select_query, Outer>::type;

    [[no_unique_address]] With ctes;
    [[no_unique_address]] Distinct unique;
    [[no_unique_address]] List list;
    [[no_unique_address]] From sources;
    [[no_unique_address]] Where condition;
    [[no_unique_address]] Group group;
    [[no_unique_address]] Having group_condition;
    [[no_unique_address]] Windows windows;
    [[no_unique_address]] Order order;
    [[no_unique_address]] Limit most;
    [[no_unique_address]] Offset skipped;
    [[no_unique_address]] Lock lock;

    /// `SELECT DISTINCT`: equal rows once.
    constexpr auto distinct() const { return distinct_by(distinct_rows{}); }
    /// `SELECT DISTINCT ON (a, b)`: of the rows with equal keys the first, as order_by() sorts them.
    template <class... Keys>
    constexpr auto distinct_on(Keys... keys) const {
        static_assert(given_keys<Keys...>::value);
        return distinct_by(distinct_keys<Keys...>{{{std::move(keys)...}}});
    }
    /// The rows as a struct, whose fields the expressions fill in their order: `.into<summary>()`. Inside a template
    /// `.into(pg::model<summary>)` needs no `template`.
    template <class Row>
    constexpr auto into() const {
        auto rows = make_into<Row>(list);
        return select_query<With, Distinct, decltype(rows), From, Where, Group, Having, Windows, Order, Limit, Offset, Lock>{
            {}, ctes, unique, std::move(rows), sources, condition, group, group_condition, windows, order, most, skipped, lock};
    }
    template <class Row>
    constexpr auto into(model_tag<Row>) const {
        return into<Row>();
    }

    /// `FROM a, b`: models, aliases and other sources. Not needed where the select list has a model or a column: then
    /// the first one's table is meant.
    template <class First, class... More>
    constexpr auto from(First first, More... more) const {
        static_assert(
            names_source<First> && (names_source<More> && ...),
            "pgmodel: from() takes pgmodel::model<...>, an alias, or a source such as pgmodel::subquery(...)");
        static_assert(From::count == 0 || From::implied,
                      "pgmodel: from() is said once, before the joins; name all its tables there");
        return reading(make_from(as_source(std::move(first)), as_source(std::move(more))...));
    }
    /// `JOIN`. With a column, also of an alias: along its declared foreign key; of the two tables the one that is not in the query yet is
    /// joined. With a source and a condition, or `.join(source).on(condition)`. With a source alone: along the only
    /// foreign key between it and the tables before it.
    template <class... What>
    constexpr auto join(What... what) const {
        return reading(join_sources<join_kind::inner>(sources, std::move(what)...));
    }
    /// `LEFT JOIN`: what it joins may be missing, so its columns become optional in the rows. As join().
    template <class... What>
    constexpr auto left_join(What... what) const {
        return reading(join_sources<join_kind::left>(sources, std::move(what)...));
    }
    /// `RIGHT JOIN`: what stands before it may be missing.
    template <class... What>
    constexpr auto right_join(What... what) const {
        return reading(join_sources<join_kind::right>(sources, std::move(what)...));
    }
    /// `FULL JOIN`: either side may be missing.
    template <class... What>
    constexpr auto full_join(What... what) const {
        return reading(join_sources<join_kind::full>(sources, std::move(what)...));
    }
    /// `CROSS JOIN`: every row with every row.
    template <class Source>
    constexpr auto cross_join(Source source) const {
        return reading(cross_join_sources(sources, std::move(source)));
    }
    /// `ON condition` of the join before it.
    template <class Condition>
    constexpr auto on(Condition given) const {
        return reading(join_condition(sources, std::move(given)));
    }

    /// `WHERE`; said again, both conditions must hold.
    template <class... Condition>
    constexpr auto where(Condition... more) const& {
        static_assert(sizeof...(Condition) == 1, "pgmodel: where() takes one condition; join several by && and ||");
        if constexpr (sizeof...(Condition) == 1) return select_query(*this).where(std::move(more)...);
    }
    template <class Condition>
    [[gnu::always_inline]] constexpr auto where(Condition more) && {
        constexpr bool fit = whole_condition<Condition>::value;
        static_assert(fit || std::is_same_v<Condition, bool>,
                      "pgmodel: where() takes a condition; compare the column with a value first");
        static_assert(row_condition<Condition>::value);
        if constexpr (!fit)
            return select_query(static_cast<select_query&&>(*this));
        else if constexpr (is_said<Where>)
            return filtered(static_cast<Where&&>(condition) && static_cast<Condition&&>(more));
        else
            return select_query<With, Distinct, List, From, Condition, Group, Having, Windows, Order, Limit, Offset, Lock>{
                {},
                static_cast<With&&>(ctes), static_cast<Distinct&&>(unique), static_cast<List&&>(list),
                static_cast<From&&>(sources), static_cast<Condition&&>(more), static_cast<Group&&>(group),
                static_cast<Having&&>(group_condition), static_cast<Windows&&>(windows), static_cast<Order&&>(order),
                static_cast<Limit&&>(most), static_cast<Offset&&>(skipped), static_cast<Lock&&>(lock)};
    }
    /// `GROUP BY`: columns, expressions, and `pg::rollup(...)`, `pg::cube(...)`, `pg::grouping_sets(...)`.
    template <class... Keys>
    constexpr auto group_by(Keys... keys) const {
        static_assert(given_keys<Keys...>::value);
        return select_query<With, Distinct, List, From, Where, group_keys<Keys...>, Having, Windows, Order, Limit, Offset, Lock>{
            {}, ctes, unique, list, sources, condition, {{{std::move(keys)...}}}, group_condition, windows, order, most, skipped, lock};
    }
    /// `HAVING`: a condition on groups; said again, both must hold.
    template <class Condition>
    constexpr auto having(Condition more) const {
        static_assert(is_condition<Condition>(),
                      "pgmodel: having() takes a condition; compare an aggregate with a value");
        static_assert(!Condition::windowed,
                      "pgmodel: window functions are made after WHERE, GROUP BY and HAVING; select it in a subquery "
                      "and put the condition outside");
        auto both = both_conditions(group_condition, std::move(more));
        return select_query<With, Distinct, List, From, Where, Group, decltype(both), Windows, Order, Limit, Offset, Lock>{
            {}, ctes, unique, list, sources, condition, group, std::move(both), windows, order, most, skipped, lock};
    }
    /// `WINDOW name AS (...)`: `.window(pg::window<"w">.as(pg::partition_by(...)))`.
    template <class... Definitions>
    constexpr auto window(Definitions... definitions) const {
        static_assert((is_window_definition<Definitions> && ...),
                      "pgmodel: window() takes definitions: pgmodel::window<\"w\">.as(...)");
        return select_query<With, Distinct, List, From, Where, Group, Having, window_list<Definitions...>, Order, Limit, Offset, Lock>{
            {}, ctes, unique, list, sources, condition, group, group_condition, {{{std::move(definitions)...}}}, order, most, skipped, lock};
    }
    /// `ORDER BY`; ascending unless `.desc()` is said. Said again, it replaces the order.
    template <class... Keys>
    constexpr auto order_by(Keys... keys) const& {
        return select_query(*this).order_by(std::move(keys)...);
    }
    template <class... Keys>
    [[gnu::always_inline]] constexpr auto order_by(Keys... keys) && {
        return select_query<With, Distinct, List, From, Where, Group, Having, Windows, order_list<Keys...>, Limit, Offset, Lock>{
            {},
            static_cast<With&&>(ctes), static_cast<Distinct&&>(unique), static_cast<List&&>(list),
            static_cast<From&&>(sources), static_cast<Where&&>(condition), static_cast<Group&&>(group),
            static_cast<Having&&>(group_condition), static_cast<Windows&&>(windows), {{static_cast<Keys&&>(keys)...}},
            static_cast<Limit&&>(most), static_cast<Offset&&>(skipped), static_cast<Lock&&>(lock)};
    }
    /// `LIMIT`: at most so many rows. Throws `usage_error` when negative.
    constexpr auto limit(auto rows) const& {
        return select_query(*this).limit(rows);
    }
    [[gnu::always_inline]] constexpr auto limit(auto rows) && {
        return select_query<With, Distinct, List, From, Where, Group, Having, Windows, Order, limit_clause<decltype(rows)>, Offset, Lock>{
            {},
            static_cast<With&&>(ctes), static_cast<Distinct&&>(unique), static_cast<List&&>(list),
            static_cast<From&&>(sources), static_cast<Where&&>(condition), static_cast<Group&&>(group),
            static_cast<Having&&>(group_condition), static_cast<Windows&&>(windows), static_cast<Order&&>(order),
            checked_count<limit_clause<decltype(rows)>>(rows), static_cast<Offset&&>(skipped), static_cast<Lock&&>(lock)};
    }
    /// `OFFSET`: so many rows are skipped; the server reads them all the same.
    constexpr auto offset(auto rows) const& {
        return select_query(*this).offset(rows);
    }
    [[gnu::always_inline]] constexpr auto offset(auto rows) && {
        return select_query<With, Distinct, List, From, Where, Group, Having, Windows, Order, Limit, offset_clause<decltype(rows)>, Lock>{
            {},
            static_cast<With&&>(ctes), static_cast<Distinct&&>(unique), static_cast<List&&>(list),
            static_cast<From&&>(sources), static_cast<Where&&>(condition), static_cast<Group&&>(group),
            static_cast<Having&&>(group_condition), static_cast<Windows&&>(windows), static_cast<Order&&>(order),
            static_cast<Limit&&>(most), checked_count<offset_clause<decltype(rows)>>(rows), static_cast<Lock&&>(lock)};
    }
    /// `FETCH FIRST n ROWS WITH TIES`: so many rows, and those that order_by() takes for equal to the last of them.
    constexpr auto fetch_with_ties(auto rows) const& {
        return select_query(*this).fetch_with_ties(rows);
    }
    constexpr auto fetch_with_ties(auto rows) && {
        return select_query<With, Distinct, List, From, Where, Group, Having, Windows, Order, ties_clause<decltype(rows)>, Offset, Lock>{
            {},
            static_cast<With&&>(ctes), static_cast<Distinct&&>(unique), static_cast<List&&>(list),
            static_cast<From&&>(sources), static_cast<Where&&>(condition), static_cast<Group&&>(group),
            static_cast<Having&&>(group_condition), static_cast<Windows&&>(windows), static_cast<Order&&>(order),
            checked_count<ties_clause<decltype(rows)>>(rows), static_cast<Offset&&>(skipped), static_cast<Lock&&>(lock)};
    }

    /// `FOR UPDATE`: the rows found are locked until the transaction ends. Then `.of(model)`, `.nowait()`, `.skip_locked()`.
    constexpr auto for_update() const { return locking(plus_lock<"update">(lock)); }
    /// `FOR NO KEY UPDATE`: as an UPDATE that leaves keys alone, so that foreign keys to the row can still be made.
    constexpr auto for_no_key_update() const { return locking(plus_lock<"no key update">(lock)); }
    /// `FOR SHARE`: nobody changes the rows.
    constexpr auto for_share() const { return locking(plus_lock<"share">(lock)); }
    /// `FOR KEY SHARE`: nobody removes the rows or changes their keys.
    constexpr auto for_key_share() const { return locking(plus_lock<"key share">(lock)); }
    /// `OF a, b`: of these tables only.
    template <class... Tables>
    constexpr auto of(Tables... tables) const {
        return changed_lock<tables_change<typename decltype(as_source(tables))::tag...>>();
    }
    /// `NOWAIT`: an error (55P03) where somebody else holds a row.
    constexpr auto nowait() const { return changed_lock<waiting_change<" nowait">>(); }
    /// `SKIP LOCKED`: rows that somebody else holds are left out.
    constexpr auto skip_locked() const { return changed_lock<waiting_change<" skip locked">>(); }

    /// `UNION`, `INTERSECT`, `EXCEPT`, whose rows are distinct, and with ALL; the queries select the same types.
    template <class Query>
    constexpr auto union_(Query other) const {
        return make_set<" union ", 1>(*this, std::move(other));
    }
    template <class Query>
    constexpr auto union_all(Query other) const {
        return make_set<" union all ", 1>(*this, std::move(other));
    }
    template <class Query>
    constexpr auto intersect(Query other) const {
        return make_set<" intersect ", 2>(*this, std::move(other));
    }
    template <class Query>
    constexpr auto intersect_all(Query other) const {
        return make_set<" intersect all ", 2>(*this, std::move(other));
    }
    template <class Query>
    constexpr auto except(Query other) const {
        return make_set<" except ", 1>(*this, std::move(other));
    }
    template <class Query>
    constexpr auto except_all(Query other) const {
        return make_set<" except all ", 1>(*this, std::move(other));
    }

    // In select_text.hpp.
    template <class F>
    [[gnu::always_inline]] constexpr void visit(F& f) const;
    /// Without its select list and order where only rows are counted, as EXISTS does: see counting.hpp.
    static constexpr void write(text_writer& out, const select_query* self = nullptr, written form = written::whole);

    /// The statement's text, the same for every query of this type.
    static constexpr query_text<select_query> sql{};

private:
    template <class New>
    constexpr auto distinct_by(New given) const {
        static_assert(!is_distinct, "pgmodel: distinct() and distinct_on() are said once");
        return select_query<With, New, List, From, Where, Group, Having, Windows, Order, Limit, Offset, Lock>{
            {}, ctes, std::move(given), list, sources, condition, group, group_condition, windows, order, most, skipped, lock};
    }
    template <class New>
    constexpr auto filtered(New given) const {
        return select_query<With, Distinct, List, From, New, Group, Having, Windows, Order, Limit, Offset, Lock>{
            {}, ctes, unique, list, sources, std::move(given), group, group_condition, windows, order, most, skipped, lock};
    }
    template <class New>
    constexpr auto reading(New given) const {
        return select_query<With, Distinct, List, New, Where, Group, Having, Windows, Order, Limit, Offset, Lock>{
            {}, ctes, unique, list, std::move(given), condition, group, group_condition, windows, order, most, skipped, lock};
    }
    template <class New>
    constexpr auto locking(New) const {
        return select_query<With, Distinct, List, From, Where, Group, Having, Windows, Order, Limit, Offset, New>{
            {}, ctes, unique, list, sources, condition, group, group_condition, windows, order, most, skipped, {}};
    }
    template <class Change>
    constexpr auto changed_lock() const {
        static_assert(is_said<Lock>, "pgmodel: of(), nowait() and skip_locked() follow for_update() or another lock");
        if constexpr (is_said<Lock>)
            return locking(change_last<Change>(lock_list<>{}, lock));
        else
            return *this;
    }
};

}  // namespace pgmodel::detail

#include <pgmodel/query/select_text.hpp>
