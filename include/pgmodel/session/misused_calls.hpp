// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What a connection answers to calls that fit none of its functions: a sentence each, where a compiler would list
// overloads.
#pragma once

#include <pgmodel/model/registry.hpp>
#include <pgmodel/query/raw.hpp>
#include <pgmodel/query/returning.hpp>
#include <pgmodel/session/connection_features.hpp>

#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <type_traits>

namespace pgmodel {
class scoped_transaction;
enum class isolation;

namespace detail {

template <class...>
inline constexpr bool is_sql_and_values = false;
template <class First, class... More>
inline constexpr bool is_sql_and_values<First, More...> = std::convertible_to<const First&, raw_sql>;

template <class First>
struct called_without_query {
    static constexpr bool text = is_sql_and_values<First>;
    static_assert(!text,
                  "pgmodel: SQL text does not say what its rows are; name their type: db.all<row>(\"select ...\")");
    static_assert(
        text,
        "pgmodel: this takes a query, such as pgmodel::select<model>().where(...); neither a model nor a condition "
        "is one");
};
template <class Row, class... Given>
struct called_with_type {
    static_assert(never<Row>, "pgmodel: a type stands before SQL text only: db.all<row>(\"select ...\"); a query "
                              "knows its rows: db.all(pgmodel::select<model>().where(...))");
};
template <class... Given>
struct called_without_model {
    static_assert(
        never<Given...>,
        "pgmodel: this takes a model as its type and the values of its primary key: db.get<model>(5); rows by a "
        "condition: db.all(pgmodel::select<model>().where(...))");
};
template <class... Given>
struct called_with_fields {
    static_assert(
        never<Given...>,
        "pgmodel: the fields to write, or the key of an upsert, are template arguments: db.update<&model::field>(row)");
};
template <class... Given>
struct called_without_changes {
    static_assert(never<Given...>,
                  "pgmodel: update of a row by its key takes the changes behind it: db.update<model>(key, "
                  "pgmodel::col<&model::field> = value); a row that is there: db.update(row)");
};
template <class... Given>
struct called_without_registry {
    static_assert(
        never<Given...>,
        "pgmodel: tables are made and dropped of a registry: db.create_all(pgmodel::registry<model, other>{})");
};
template <class Function>
struct called_without_transaction {
    static_assert(never<Function>, "pgmodel: transaction() runs a function that takes the "
                                   "transaction: db.transaction([&](pgmodel::transaction& tx) "
                                   "{ ... })");
};
template <class Function>
struct called_with_level {
    static_assert(never<Function>, "pgmodel: what is asked of a transaction stands in braces: "
                                   "db.transaction(function, {.level = pgmodel::isolation::serializable})");
};
struct called_without_object {
    auto operator()(const auto&... given) const {
        static_assert(
            never<decltype(given)...>,
            "pgmodel: a transaction is an object, which begins it and is committed: pgmodel::transaction tx{db}; "
            "or runs a function: db.transaction([&](pgmodel::transaction& tx) { ... })");
    }
};
struct rows_fetched {
    auto operator()(const auto&... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: rows are read by db.all(query), db.one(query), db.first(query), which may be none, and "
                      "db.scalar(query)");
    }
};
template <class... Given>
struct called_with_rows {
    static_assert(
        never<Given...>,
        "pgmodel: insert() takes one row, or several in a vector: db.insert(std::vector<model>{first, second})");
};
template <class Row>
struct called_with_constant {
    static_assert(never<Row>,
                  "pgmodel: refresh() changes the row, so give it a variable, not a constant or a temporary");
};

struct written_at_once {
    auto operator()(const auto&... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: rows are written at once: db.insert(row), db.update(row), db.remove(row); nothing is "
                      "remembered that could be flushed");
    }
};

/// A base of `connection`. The first template argument keeps these from calls with types of the user's.
struct misused_calls {
    static constexpr written_at_once add{}, save{}, flush{}, merge{}, delete_{};
    template <int = 0, class First, class... More>
        requires(!statement<First>)
    called_without_query<First> all(const First&, const More&...);
    template <int = 0, class First, class... More>
        requires(!statement<First>)
    called_without_query<First> one(const First&, const More&...);
    template <int = 0, class First, class... More>
        requires(!statement<First>)
    called_without_query<First> first(const First&, const More&...);
    template <int = 0, class First, class... More>
        requires(!statement<First>)
    called_without_query<First> scalar(const First&, const More&...);
    template <int = 0, class First, class... More>
        requires(!query<First>)
    called_without_query<First> count(const First&, const More&...);
    template <class Model, class... Given>
        requires(sizeof...(Given) > 0)
    called_without_query<Model> count(const Given&...);
    template <int = 0, class First, class... More>
        requires(!statement<First> && !is_sql_and_values<First>)
    called_without_query<First> execute(const First&, const More&...);
    template <int = 0, class First>
    auto page(const First&, std::int64_t) {
        static_assert(!std::is_same_v<First, First>,
                      "pgmodel: a page has a size and an offset, db.page(query, 20, 40), or "
                      "a number and a size: db.page(query, {.number = 3, .size = 20})");
    }
    template <class Row, class... Given>
        requires(!is_sql_and_values<Given...>)
    called_with_type<Row, Given...> all(const Given&...);
    template <class Row, class... Given>
        requires(!is_sql_and_values<Given...>)
    called_with_type<Row, Given...> one(const Given&...);
    template <class Row, class... Given>
        requires(!is_sql_and_values<Given...>)
    called_with_type<Row, Given...> first(const Given&...);

    template <int = 0, class... Given>
    called_without_model<Given...> find(const Given&...);
    template <int = 0, class... Given>
    called_without_model<Given...> get(const Given&...);
    template <int = 0, class Row, class First, class... More>
    called_with_fields<Row, First> update(const Row&, const First&, const More&...);
    template <class Model, class Key>
        requires(!std::is_same_v<Model, Key>)
    called_without_changes<Model, Key> update(const Key&);
    template <int = 0, row_like Row, class First, class... More>
    called_with_fields<Row, First> upsert(const Row&, const First&, const More&...);
    template <int = 0, class First, class Second, class... More>
    called_with_rows<First, Second> insert(const First&, const Second&, const More&...);
    template <int = 0, class Row, std::size_t Count>
    called_with_rows<Row> insert(const Row (&)[Count]);
    template <int = 0, class Row>
    called_with_rows<Row> insert(std::initializer_list<Row>);
    template <int = 0, class Row>
    called_with_constant<Row> refresh(const Row&);
    template <int = 0, class Function, class... More>
        requires(!std::is_invocable_v<Function&, scoped_transaction&> &&
                 !is_setting_value<std::remove_cvref_t<Function>>)
    called_without_transaction<Function> transaction(Function&&, const More&...);
    template <int = 0, class Function, std::same_as<isolation> Level>
        requires std::is_invocable_v<Function&, scoped_transaction&>
    called_with_level<Function> transaction(Function&&, Level);
    static constexpr rows_fetched fetch{}, fetch_all{}, fetch_one{}, fetchall{}, fetchone{}, scalars{}, one_or_none{};
    template <class... Given>
    auto exec(const Given&...) {
        static_assert(never<Given...>, "pgmodel: SQL text that gives no rows is run by db.execute(\"...\", values)");
    }
    template <class... Given>
    auto explain(const Given&...) {
        static_assert(never<Given...>,
                      "pgmodel: a plan is asked for by pgmodel::explain(db, query) (<pgmodel/session/explain.hpp>)");
    }
    template <class Model = void, class... Given>
    called_without_query<Model> query(const Given&...);
    template <class Function = void>
    auto transaction() {
        return called_without_object{}(never<Function>);
    }
    static constexpr called_without_object begin{}, commit{}, rollback{};
    template <class Model = void, class... Given>
    called_without_registry<Model, Given...> create_all(const Given&...);
    template <class Model = void, class... Given>
    called_without_registry<Model, Given...> drop_all(const Given&...);
};

}  // namespace detail
}  // namespace pgmodel
