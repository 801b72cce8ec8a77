// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// SELECT as a value with one template parameter for each clause that most queries have, and one for all others: each
// step of a query makes a class. A clause is a value with `constant`, `stranger<Tables>`, write(out, const Clause*) and
// visit(f); `no_clause` where nothing was said.
//
// What nearly every statement calls, once and with a type of its own, is inlined always: without optimisation a
// function takes a compiler more time than its code.
#pragma once

#include <pgmodel/expression/aggregate_call.hpp>
#include <pgmodel/query/aggregate_level.hpp>
#include <pgmodel/query/column_types.hpp>
#include <pgmodel/query/crud.hpp>
#include <pgmodel/query/into.hpp>
#include <pgmodel/query/misused_calls.hpp>
#include <pgmodel/query/select_checks.hpp>
#include <pgmodel/query/select_parts.hpp>
#include <pgmodel/query/set_operation.hpp>

namespace pgmodel::detail {

template <class List, class From, class Where, class Order, class Limit, class Offset, class Rare>
struct select_query : query_rows<List, select_query<List, From, Where, Order, Limit, Offset, Rare>> {
    using with_type = typename Rare::with_type;
    using distinct_type = typename Rare::distinct_type;
    using list_type = List;
    using from_type = From;
    using tables = From;  // as errors show it
    using where_type = Where;
    using group_type = typename Rare::group_type;
    using having_type = typename Rare::having_type;
    using windows_type = typename Rare::windows_type;
    using order_type = Order;
    using lock_type = typename Rare::lock_type;
    using checks = checked_select<select_query>;
    using distinct_checks = checked_distinct<distinct_type, List, Order>;

    static constexpr bool includes_removed = Rare::with_removed;
    static constexpr bool is_distinct = is_said<distinct_type>;
    static constexpr bool is_grouped = Rare::grouped || List::aggregate || Order::aggregate;
    static constexpr bool with_ties = keeps_ties<Limit>;
    static constexpr bool limited = is_said<Limit> || is_said<Offset>;
    /// 0: as an operand of UNION it needs parentheses.
    static constexpr int set_level = limited || is_said<with_type> || is_said<Order> || is_said<lock_type> ? 0 : 3;
    template <class Key>
    static constexpr bool shows = shows_named<List, Key>;
    /// All rows are one group, so there is always one.
    static constexpr bool one_row = List::aggregate && !Rare::grouped && !limited;
    static constexpr bool constant =
        Rare::constant && List::constant && From::constant && Where::constant && Order::constant && !limited;

    using scope = null_scope<From, grouping_of<group_type>, with_type>;
    using nulls = std::conditional_t<(List::special & holds_set) == 0, scope, set_scope<scope, List>>;
    static_assert(List::template tells_rows<nulls>,
                  "pgmodel: every column of this model can be NULL, so that a row of NULLs is "
                  "not told from none beside an outer join; select its columns");
    using reader = typename List::template reader<nulls>;
    using row = typename reader::row;
    static constexpr auto column_types() { return typename types_of_reader<reader>::type{}; }
    static constexpr const auto& column_names() { return selected_names<List>::value; }
    static constexpr std::size_t width = List::width;
    using value_type = unwrapped<row>;  ///< of a query of one column
    static constexpr bool nullable = is_optional<row>;

    static constexpr bool dynamic =
        Rare::dynamic || is_dynamic<List>() || is_dynamic<From>() || is_dynamic<Where>() || is_dynamic<Order>();

    /// A column, here or in a subquery, that neither this query's sources have nor `Outer`.
    template <class Outer>
    using stranger = typename query_stranger<select_query, Outer, computed_counts<Limit, Offset>>::type;

    [[no_unique_address]] List list;
    [[no_unique_address]] From sources;
    [[no_unique_address]] Where condition;
    [[no_unique_address]] Order order;
    [[no_unique_address]] Limit most;
    [[no_unique_address]] Offset skipped;
    [[no_unique_address]] Rare rare;

    /// `SELECT DISTINCT`: equal rows once.
    template <class... Keys>
    constexpr auto distinct(Keys...) const {
        static_assert(sizeof...(Keys) == 0, "pgmodel: distinct() tells whole rows; by keys: distinct_on(...)");
        static_assert(decltype(told_items_of(static_cast<const List*>(nullptr)))::value);
        return distinct_by(distinct_rows{});
    }
    /// `SELECT DISTINCT ON (a, b)`: of the rows with equal keys the first, as order_by() sorts them.
    template <class... Keys>
    constexpr auto distinct_on(Keys... keys) const {
        static_assert(given_keys<false, Keys...>::value);
        return distinct_by(distinct_keys<Keys...>{{{std::move(keys)...}}});
    }
    /// The rows as a struct, whose fields the expressions fill in their order: `.into<summary>()`. Inside a template
    /// `.into(pg::model<summary>)` needs no `template`.
    template <class Row>
    constexpr auto into() const {
        auto rows = make_into<Row>(list);
        return select_query<decltype(rows), From, Where, Order, Limit, Offset, Rare>{
            {}, std::move(rows), sources, condition, order, most, skipped, rare};
    }
    template <class Row>
    constexpr auto into(model_tag<Row>) const {
        return into<Row>();
    }

    /// `FROM a, b`: models, aliases and other sources. Not needed where the select list has a model or a column: then
    /// the first one's table is meant.
    template <class Given = void, class... Source>
    constexpr auto from(Source... source) const {
        static_assert(named_by_argument<Given>::value);
        constexpr bool fit = sizeof...(Source) > 0 && (names_source<Source> && ...);
        static_assert(
            fit, "pgmodel: from() takes pgmodel::model<...>, an alias, or a source such as pgmodel::subquery(...)");
        static_assert(From::count == 0 || From::implied,
                      "pgmodel: from() is said once, before the joins; name all its tables there");
        if constexpr (fit) return reading(make_from(as_source(std::move(source))...));
        else return *this;
    }
    /// `JOIN`. With a column, also of an alias: along its declared foreign key; of the two tables the one that is not
    /// in the query yet is joined. With a source and a condition, or `.join(source).on(condition)`. With a source
    /// alone: along the only foreign key between it and the tables before it.
    template <class Given = void, class... What>
    constexpr auto join(What... what) const {
        static_assert(named_by_argument<Given>::value);
        return reading(join_sources<join_kind::inner>(sources, std::move(what)...));
    }
    /// `LEFT JOIN`: what it joins may be missing, so its columns become optional in the rows. As join().
    template <class Given = void, class... What>
    constexpr auto left_join(What... what) const {
        static_assert(named_by_argument<Given>::value);
        return reading(join_sources<join_kind::left>(sources, std::move(what)...));
    }
    /// `RIGHT JOIN`: what stands before it may be missing.
    template <class Given = void, class... What>
    constexpr auto right_join(What... what) const {
        static_assert(named_by_argument<Given>::value);
        return reading(join_sources<join_kind::right>(sources, std::move(what)...));
    }
    /// `FULL JOIN`: either side may be missing.
    template <class Given = void, class... What>
    constexpr auto full_join(What... what) const {
        static_assert(named_by_argument<Given>::value);
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
        if constexpr (!fit) return select_query(static_cast<select_query&&>(*this));
        else if constexpr (is_said<Where>)
            return filtered(static_cast<Where&&>(condition) && static_cast<Condition&&>(more));
        else
            return select_query<List, From, Condition, Order, Limit, Offset, Rare>{{},
                                                                                   static_cast<List&&>(list),
                                                                                   static_cast<From&&>(sources),
                                                                                   static_cast<Condition&&>(more),
                                                                                   static_cast<Order&&>(order),
                                                                                   static_cast<Limit&&>(most),
                                                                                   static_cast<Offset&&>(skipped),
                                                                                   static_cast<Rare&&>(rare)};
    }
    /// With the rows that are marked as removed, of each model of this query that says `soft_delete()`; subqueries say
    /// it themselves. Of one of them only: `pg::with_removed(pg::model<...>)`.
    constexpr auto with_removed() const { return with_rare(rare.with_removed_rows()); }
    /// `GROUP BY`: columns, expressions, and `pg::rollup(...)`, `pg::cube(...)`, `pg::grouping_sets(...)`. Said again,
    /// it replaces the keys.
    template <class... Keys>
    constexpr auto group_by(Keys... keys) const {
        static_assert(given_keys<true, Keys...>::value);
        return with_rare(rare.with_group(group_keys<Keys...>{{{std::move(keys)...}}}));
    }
    /// `HAVING`: a condition on groups; said again, both must hold.
    template <class... Condition>
    constexpr auto having(Condition... more) const {
        constexpr bool fit = sizeof...(Condition) == 1 && (is_condition<Condition>() && ...);
        static_assert(fit, "pgmodel: having() takes a condition; compare an aggregate with a value");
        if constexpr (fit) return having_all(std::move(more)...);
        else return *this;
    }
    /// `WINDOW name AS (...)`: `.window(pg::window<"w">.as(pg::partition_by(...)))`. Said again, it replaces them.
    template <class... Definitions>
    constexpr auto window(Definitions... definitions) const {
        static_assert((is_window_definition<Definitions> && ...),
                      "pgmodel: window() takes definitions: pgmodel::window<\"w\">.as(...)");
        static_assert(window_list<Definitions...>::named_once, "pgmodel: two windows have the same name");
        static_assert(window_list<Definitions...>::in_order,
                      "pgmodel: a window is made of one that stands before it in window(); say that one first");
        return with_rare(rare.with_windows(window_list<Definitions...>{{{std::move(definitions)...}}}));
    }
    /// `ORDER BY`; ascending unless `.desc()` is said. Said again, it replaces the order.
    template <class... Keys>
    constexpr auto order_by(Keys... keys) const& {
        return select_query(*this).order_by(std::move(keys)...);
    }
    template <class... Keys>
    [[gnu::always_inline]] constexpr auto order_by(Keys... keys) && {
        return select_query<List, From, Where, order_list<Keys...>, Limit, Offset, Rare>{
            {},
            static_cast<List&&>(list),
            static_cast<From&&>(sources),
            static_cast<Where&&>(condition),
            {{static_cast<Keys&&>(keys)...}},
            static_cast<Limit&&>(most),
            static_cast<Offset&&>(skipped),
            static_cast<Rare&&>(rare)};
    }
    /// `LIMIT`: at most so many rows. Throws `usage_error` when negative. As OFFSET and FETCH FIRST it replaces what
    /// was said before.
    template <class... Rows>
    constexpr auto limit(Rows... rows) const& {
        if constexpr (one_row_count<sizeof...(Rows)>::value) return select_query(*this).limit(rows...);
    }
    [[gnu::always_inline]] constexpr auto limit(auto rows) && {
        return select_query<List, From, Where, Order, limit_clause<decltype(rows)>, Offset, Rare>{
            {},
            static_cast<List&&>(list),
            static_cast<From&&>(sources),
            static_cast<Where&&>(condition),
            static_cast<Order&&>(order),
            checked_count<limit_clause<decltype(rows)>>(rows),
            static_cast<Offset&&>(skipped),
            static_cast<Rare&&>(rare)};
    }
    /// `OFFSET`: so many rows are skipped; the server reads them all the same.
    template <class... Rows>
    constexpr auto offset(Rows... rows) const& {
        if constexpr (one_row_count<sizeof...(Rows)>::value) return select_query(*this).offset(rows...);
    }
    [[gnu::always_inline]] constexpr auto offset(auto rows) && {
        return select_query<List, From, Where, Order, Limit, offset_clause<decltype(rows)>, Rare>{
            {},
            static_cast<List&&>(list),
            static_cast<From&&>(sources),
            static_cast<Where&&>(condition),
            static_cast<Order&&>(order),
            static_cast<Limit&&>(most),
            checked_count<offset_clause<decltype(rows)>>(rows),
            static_cast<Rare&&>(rare)};
    }
    /// `FETCH FIRST n ROWS WITH TIES`: so many rows, and those that order_by() takes for equal to the last of them.
    template <class... Rows>
    constexpr auto fetch_with_ties(Rows... rows) const& {
        if constexpr (one_row_count<sizeof...(Rows)>::value) return select_query(*this).fetch_with_ties(rows...);
    }
    constexpr auto fetch_with_ties(auto rows) && {
        return select_query<List, From, Where, Order, ties_clause<decltype(rows)>, Offset, Rare>{
            {},
            static_cast<List&&>(list),
            static_cast<From&&>(sources),
            static_cast<Where&&>(condition),
            static_cast<Order&&>(order),
            checked_count<ties_clause<decltype(rows)>>(rows),
            static_cast<Offset&&>(skipped),
            static_cast<Rare&&>(rare)};
    }

    /// `FOR UPDATE`: the rows found are locked until the transaction ends. Then `.of(model)`, `.nowait()`,
    /// `.skip_locked()`.
    template <class... Given>
    constexpr auto for_update(const Given&...) const {
        return locked<"update", Given...>();
    }
    /// `FOR NO KEY UPDATE`: as an UPDATE that leaves keys alone, so that foreign keys to the row can still be made.
    template <class... Given>
    constexpr auto for_no_key_update(const Given&...) const {
        return locked<"no key update", Given...>();
    }
    /// `FOR SHARE`: nobody changes the rows.
    template <class... Given>
    constexpr auto for_share(const Given&...) const {
        return locked<"share", Given...>();
    }
    /// `FOR KEY SHARE`: nobody removes the rows or changes their keys.
    template <class... Given>
    constexpr auto for_key_share(const Given&...) const {
        return locked<"key share", Given...>();
    }
    /// `OF a, b`: of these tables only.
    template <class... Tables>
    constexpr auto of(Tables... named) const {
        constexpr bool tables_named = (names_source<Tables> && ...);
        static_assert(tables_named, "pgmodel: of() takes tables: .for_update().of(pgmodel::model<...>), or an alias");
        if constexpr (tables_named) return changed_lock<tables_change<typename decltype(as_source(named))::tag...>>();
        else return *this;
    }
    /// `NOWAIT`: an error (55P03) where somebody else holds a row.
    constexpr auto nowait() const { return changed_lock<waiting_change<" nowait">>(); }
    /// `SKIP LOCKED`: rows that somebody else holds are left out.
    constexpr auto skip_locked() const { return changed_lock<waiting_change<" skip locked">>(); }

    // In select_text.hpp.
    template <class F>
    [[gnu::always_inline]] constexpr void visit(F& f) const;
    /// Without its select list and order where only rows are counted, as EXISTS does: see counting.hpp.
    static constexpr void write(text_writer& out, const select_query* self = nullptr, written form = written::whole);

    /// The statement's text, the same for every query of this type.
    static constexpr query_text<select_query> sql{};

private:
    template <class Condition>
    constexpr auto having_all(Condition more) const {
        static_assert(!Condition::windowed,
                      "pgmodel: window functions are made after WHERE, GROUP BY and HAVING; select it in a subquery "
                      "and put the condition outside");
        static_assert(no_set<Condition::special>::value);
        return with_rare(rare.with_having(both_conditions(rare.group_condition, std::move(more))));
    }
    template <class New>
    constexpr auto with_rare(New changed) const {
        return select_query<List, From, Where, Order, Limit, Offset, New>{{},    list, sources, condition,
                                                                          order, most, skipped, std::move(changed)};
    }
    template <fixed_string Strength, class... Given>
    constexpr auto locked() const {
        static_assert(locks_named<Given...>::value);
        return with_rare(rare.with_lock(plus_lock<Strength>(rare.lock)));
    }
    template <class New>
    constexpr auto distinct_by(New given) const {
        static_assert(!is_distinct, "pgmodel: distinct() and distinct_on() are said once");
        return with_rare(rare.with_distinct(std::move(given)));
    }
    template <class New>
    constexpr auto filtered(New given) const {
        return select_query<List, From, New, Order, Limit, Offset, Rare>{{},    list, sources, std::move(given),
                                                                         order, most, skipped, rare};
    }
    template <class New>
    constexpr auto reading(New given) const {
        return select_query<List, New, Where, Order, Limit, Offset, Rare>{{},    list, std::move(given), condition,
                                                                          order, most, skipped,          rare};
    }
    template <class Change>
    constexpr auto changed_lock() const {
        static_assert(is_said<lock_type>,
                      "pgmodel: of(), nowait() and skip_locked() follow for_update() or another lock");
        if constexpr (is_said<lock_type>)
            return with_rare(rare.with_lock(change_last<Change>(lock_list<>{}, rare.lock)));
        else return *this;
    }
};

}  // namespace pgmodel::detail

#include <pgmodel/query/select_text.hpp>
