// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// SELECT as a value: `pg::select<article>().where(...).order_by(...).limit(10)`. Its type holds everything but the values
// of its parameters, so its text is a constant: `decltype(q)::sql`. Every member returns a new query.
#pragma once

#include <pgmodel/expression/literal.hpp>
#include <pgmodel/query/crud.hpp>
#include <pgmodel/query/bind.hpp>
#include <pgmodel/query/joins.hpp>

namespace pgmodel {
namespace detail {

/// What a clause is when nothing was said of it.
struct no_clause {
    template <class Tables>
    using stranger = void;
    template <class F>
    constexpr void visit(F&) const {}
};

/// The select list of a whole model.
template <class T>
struct whole_model {
    using row = T;
    using reader = model_reader<T>;
    using source = T;
    template <class Tables>
    using stranger = std::conditional_t<Tables::template has<T>, void, whole_model>;

    template <class Out>
    static constexpr void write(Out& out) {
        bool first = true;
        for (const auto& column : facts_of<T>.columns) {
            if (!column.stored()) continue;
            if (!first) out.append(", ");
            first = false;
            if constexpr (Out::joined) {
                out.template table<T>();
                out.append(".");
            }
            out.name(column.name);
        }
    }
    template <class F>
    constexpr void visit(F&) const {}
};

template <class E>
using result_type = std::conditional_t<E::nullable, std::optional<typename E::value_type>, typename E::value_type>;

/// The table of a column; void for none.
template <class Column>
struct source_of {
    using type = void;
};
template <auto M>
struct source_of<column<M>> {
    using type = owner_of<M>;
};

/// A select list of expressions: one gives its value, several a tuple.
template <class First, class... More>
struct expression_list {
    using row = std::conditional_t<sizeof...(More) == 0, result_type<First>, std::tuple<result_type<First>, result_type<More>...>>;
    using reader = list_reader<row>;
    template <class Tables>
    using stranger = typename first_stranger<typename First::template stranger<Tables>, typename More::template stranger<Tables>...>::type;
    using source = typename source_of<stranger<table_list<>>>::type;  // of the first column

    [[no_unique_address]] pack<First, More...> expressions;

    template <class Out>
    static constexpr void write(Out& out) {
        First::write(out, nullptr);
        ((out.append(", "), More::write(out, static_cast<const More*>(nullptr))), ...);
    }
    template <class F>
    constexpr void visit(F& f) const {
        expressions.each([&f](const auto& e) { e.visit(f); });
    }
};

template <class... Keys>
struct key_list {
    template <class Tables>
    using stranger = typename first_stranger<typename Keys::template stranger<Tables>...>::type;

    [[no_unique_address]] pack<Keys...> keys;

    template <class Out>
    static constexpr void write(Out& out) {
        bool first = true;
        ((first ? void() : out.append(", "), first = false, Keys::write(out, static_cast<const Keys*>(nullptr))), ...);
    }
    template <class F>
    constexpr void visit(F& f) const {
        keys.each([&f](const auto& key) { key.visit(f); });
    }
};

/// LIMIT and OFFSET are parameters, so that pages share one statement.
struct row_count {
    std::int64_t value;

    template <class F>
    constexpr void visit(F& f) const {
        f(value);
    }
};

template <class Stranger, class Tables>
struct column_of_query {
    static_assert(std::is_void_v<Stranger>,
                  "pgmodel: this column belongs to a model that is not part of the query; join that model");
    static constexpr bool value = true;
};

/// Has every column that is stored; asked for what it has not, a query answers with a transient one.
template <class Column>
inline constexpr bool is_stored = true;
template <auto M>
inline constexpr bool is_stored<column<M>> = facts_of<owner_of<M>>.columns[column_place<M>].stored();
struct stored_columns {
    template <class Table, class Column = void>
    static constexpr bool has = is_stored<Column>;
};
template <class Transient>
struct stored_column_of_query {
    static_assert(std::is_void_v<Transient>, "pgmodel: this field is transient, so it is no column of its table");
    static constexpr bool value = true;
};

/// All that can be wrong with a query as a whole. Instantiated first thing where a query is run, so that its sentences come
/// first.
template <class Query>
struct checked_query {
    static_assert(!std::is_void_v<typename Query::source>,
                  "pgmodel: this query does not say which table it reads; add .from(pgmodel::model<...>)");
    static constexpr bool source = [] {
        if constexpr (std::is_void_v<typename Query::source>) return true;
        else return checked_model<typename Query::source>::value;
    }();
    static constexpr bool value = [] {
        if constexpr (std::is_void_v<typename Query::source>) return true;
        else if constexpr (!column_of_query<typename Query::template stranger<typename Query::tables>, typename Query::tables>::value)
            return false;
        else if constexpr (Query::tables::any_transient)
            return stored_column_of_query<typename Query::template stranger<stored_columns>>::value;
        else return true;
    }();
};

template <class List, class Source, class Joins, class Where, class Group, class Order, class Limit, class Offset>
struct select_query {
    using source = Source;
    using tables = typename Joins::template tables<Source>;
    template <class Tables>
    using stranger = typename first_stranger<typename List::template stranger<Tables>, typename Joins::template stranger<Tables>,
                                             typename Where::template stranger<Tables>, typename Group::template stranger<Tables>,
                                             typename Order::template stranger<Tables>>::type;
    using writer = typename writer_for<Source, Joins>::type;
    using row = typename List::row;
    using reader = typename List::reader;
    static constexpr bool limited = !std::is_same_v<Limit, no_clause> || !std::is_same_v<Offset, no_clause>;

    [[no_unique_address]] List list;
    [[no_unique_address]] Joins joins;
    [[no_unique_address]] Where condition;
    [[no_unique_address]] Group group;
    [[no_unique_address]] Order order;
    [[no_unique_address]] Limit most;
    [[no_unique_address]] Offset skipped;

    /// `FROM`: the table to begin with; not needed where the select list has a model or a column, whose first is meant.
    template <class T>
    constexpr auto from(model_tag<T>) const {
        return select_query<List, T, Joins, Where, Group, Order, Limit, Offset>{list, joins, condition, group, order, most, skipped};
    }
    /// `JOIN` along the declared foreign key of this column: of its table and the table that it references, the one that
    /// is not in the query yet is joined.
    template <auto M>
    constexpr auto join(column<M>) const {
        return with_join(foreign_key_join<Source, Joins, M>{});
    }
    /// `JOIN model ON condition`.
    template <class T, class Condition>
    constexpr auto join(model_tag<T>, Condition on) const {
        static_assert(is_condition<Condition>(), "pgmodel: join() takes a condition; compare two columns");
        static_assert(!std::is_same_v<T, Source> && !joins_table<T, Joins>,
                      "pgmodel: this model is already part of the query; a table cannot be joined twice");
        return with_join(condition_join<T, Condition>{std::move(on)});
    }
    /// `WHERE`; said again, both conditions must hold.
    template <class Condition>
    constexpr auto where(Condition more) const {
        static_assert(!std::is_same_v<Condition, bool>,
                      "pgmodel: a bare bool is not a condition; compare a column with a value, or use pgmodel::lit<true>");
        static_assert(is_condition<Condition>() || std::is_same_v<Condition, bool>,
                      "pgmodel: where() takes a condition; compare the column with a value first");
        static_assert(!has_aggregate<Condition>, "pgmodel: an aggregate such as count() or max() has no place in where()");
        if constexpr (!is_condition<Condition>()) {
            return *this;
        } else if constexpr (std::is_same_v<Where, no_clause>) {
            return select_query<List, Source, Joins, Condition, Group, Order, Limit, Offset>{
                list, joins, std::move(more), group, order, most, skipped};
        } else {
            auto both = condition && std::move(more);
            return select_query<List, Source, Joins, decltype(both), Group, Order, Limit, Offset>{
                list, joins, std::move(both), group, order, most, skipped};
        }
    }
    /// `GROUP BY`.
    template <class... Keys>
    constexpr auto group_by(Keys... keys) const {
        static_assert((expression<Keys> && ...), "pgmodel: group_by() takes columns and expressions");
        static_assert((!is_number_literal<Keys> && ...),
                      "pgmodel: a number in group_by() would mean a place in the select list; name the column");
        static_assert((Keys::constant && ...),
                      "pgmodel: group_by() may hold only pgmodel::lit values, since PostgreSQL compares it with the select list by "
                      "its text; write pgmodel::lit<value>");
        return select_query<List, Source, Joins, Where, key_list<Keys...>, Order, Limit, Offset>{
            list, joins, condition, {{std::move(keys)...}}, order, most, skipped};
    }
    /// `ORDER BY`; ascending unless `.desc()` is said. Said again, it replaces the order.
    template <class... Keys>
    constexpr auto order_by(Keys... keys) const {
        static_assert(((expression<Keys> || ordered_key<Keys>) && ...), "pgmodel: order_by() takes columns and expressions");
        static_assert((!is_number_literal<Keys> && ...),
                      "pgmodel: a number in order_by() would mean a place in the select list; name the column");
        return select_query<List, Source, Joins, Where, Group, key_list<Keys...>, Limit, Offset>{
            list, joins, condition, group, {{std::move(keys)...}}, most, skipped};
    }
    /// `LIMIT`: at most so many rows. Throws `usage_error` when negative.
    constexpr auto limit(std::int64_t rows) const {
        return select_query<List, Source, Joins, Where, Group, Order, row_count, Offset>{
            list, joins, condition, group, order, checked(rows), skipped};
    }
    /// `OFFSET`: so many rows are skipped; the server reads them all the same.
    constexpr auto offset(std::int64_t rows) const {
        return select_query<List, Source, Joins, Where, Group, Order, Limit, row_count>{
            list, joins, condition, group, order, most, checked(rows)};
    }

    template <class F>
    constexpr void visit(F& f) const {
        list.visit(f);
        joins.visit(f);
        condition.visit(f);
        group.visit(f);
        order.visit(f);
        most.visit(f);
        skipped.visit(f);
    }
    static constexpr void write(writer& out) {
        static_assert(checked_query<select_query>::value);
        out.append("select ");
        List::write(out);
        write_from(out);
        if constexpr (!std::is_same_v<Order, no_clause>) {
            out.append(" order by ");
            Order::write(out);
        }
        if constexpr (!std::is_same_v<Limit, no_clause>) {
            out.append(" limit ");
            out.template parameter<std::int64_t>();
        }
        if constexpr (!std::is_same_v<Offset, no_clause>) {
            out.append(" offset ");
            out.template parameter<std::int64_t>();
        }
    }
    /// FROM, WHERE and GROUP BY: what count() and exists() share with the query itself.
    static constexpr void write_from(writer& out) {
        if constexpr (!std::is_void_v<Source>) {
            out.append(" from ");
            out.template table<Source>();
            Joins::template write<Source>(out);
        }
        if constexpr (!std::is_same_v<Where, no_clause>) {
            out.append(" where ");
            Where::write(out, nullptr);
        }
        if constexpr (!std::is_same_v<Group, no_clause>) {
            out.append(" group by ");
            Group::write(out);
        }
    }

    /// The statement's text, the same for every query of this type.
    struct text {
        constexpr operator std::string_view() const { return rendered<select_query>::sql; }
        constexpr std::string_view operator()() const { return rendered<select_query>::sql; }
        constexpr bool operator==(std::string_view other) const { return rendered<select_query>::sql == other; }
    };
    static constexpr text sql{};

private:
    template <class Join>
    constexpr auto with_join(Join join) const {
        auto all = joins.plus(std::move(join));
        return select_query<List, Source, decltype(all), Where, Group, Order, Limit, Offset>{
            list, std::move(all), condition, group, order, most, skipped};
    }
    static constexpr row_count checked(std::int64_t rows) {
        if (rows < 0) throw usage_error("pgmodel: limit and offset cannot be negative");
        return {rows};
    }
};

template <class T>
concept query = requires {
    typename T::reader;
    typename T::row;
    T::sql;
};

/// A query of which at most `Most` rows are wanted.
template <std::size_t Most, class Query>
struct limited_query {
    using writer = typename Query::writer;

    static constexpr void write(writer& out) {
        // The query may have a limit of its own.
        if constexpr (Query::limited) out.append("select * from (");
        Query::write(out);
        if constexpr (Query::limited) out.append(") as q");
        out.append(" limit ");
        out.number(Most);
    }
};

/// `select count(*) from (query)` and `select exists (query)`, with the query's own parameters.
template <fixed_string Before, fixed_string After, class Query>
struct wrapped_query {
    using writer = typename Query::writer;

    static constexpr void write(writer& out) {
        out.append(Before.view());
        Query::write(out);
        out.append(After.view());
    }
};

}  // namespace detail

/// `SELECT` of whole rows of a model; every column is named, never `*`.
template <class T>
constexpr auto select() {
    using namespace detail;
    return select_query<whole_model<T>, T, join_list<>, no_clause, no_clause, no_clause, no_clause, no_clause>{};
}
/// `SELECT` of expressions: one gives its value, several a std::tuple; what can be NULL is a std::optional.
template <class... E>
constexpr auto select(E... expressions) {
    using namespace detail;
    static_assert(sizeof...(E) > 0 && (expression<E> && ...), "pgmodel: select() takes columns and expressions");
    using list = expression_list<E...>;
    return select_query<list, typename list::source, join_list<>, no_clause, no_clause, no_clause, no_clause, no_clause>{
        {{std::move(expressions)...}}, {}, {}, {}, {}, {}, {}};
}

}  // namespace pgmodel
