// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What a service function takes: a session, a lease of a pool or a transaction, whichever its caller has.
#pragma once

#include <pgmodel/core/exchange.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/schema/describe.hpp>
#include <pgmodel/session/connection_features.hpp>
#include <pgmodel/session/create.hpp>
#include <pgmodel/session/in_place.hpp>
#include <pgmodel/session/misused_calls.hpp>
#include <pgmodel/session/remove.hpp>
#include <pgmodel/session/run.hpp>

#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>

namespace pgmodel {

/// The base of everything that can run statements. Use `session`, `pool::acquire` or `transaction` to get one.
///
/// One thread at a time. While a transaction is open, only it may be used: the session or transaction that it was
/// opened on throws `usage_error`.
class connection : public detail::connection_features<connection>,
                   public detail::in_place_features<connection>,
                   public detail::misused_calls {
public:
    connection(const connection&) = delete;
    connection& operator=(const connection&) = delete;

    using features = detail::connection_features<connection>;
    using in_place = detail::in_place_features<connection>;
    using misused = detail::misused_calls;
    using features::transaction, features::upsert, in_place::insert, in_place::upsert, misused::all, misused::count,
        misused::create_all, misused::drop_all, misused::execute, misused::find, misused::first, misused::get,
        misused::insert, misused::one, misused::refresh, misused::scalar, misused::transaction, misused::update,
        misused::upsert, misused::page;

    // ---- rows of a model

    /// `INSERT`; the row comes back with what the server has filled in (`RETURNING`, the same round trip).
    ///
    /// An identity column, or one with a server default, is sent if its field differs from the field's member
    /// initialiser, else left to the server. Throws `usage_error` when a literal server default contradicts its member
    /// initialiser, and `constraint_violation`. What triggers change in other columns is seen by `refresh`.
    template <class T>
    T insert(const T& row) {
        static_assert(detail::row_like<T>,
                      "pgmodel: insert() takes a row (a struct that is a model) or a std::vector of rows");
        static_assert(detail::checked_model<T>::value);
        static_assert(detail::written_model<T>::value);
        T made(row);
        detail::run_insert(use(), detail::insert_plan_of<T>, &made);
        return made;
    }
    /// The same without a copy; the row stays what it was when this throws before the server has answered.
    template <class T>
        requires(detail::given_away<T>)
    T insert(T&& row) {
        static_assert(detail::row_like<T>,
                      "pgmodel: insert() takes a row (a struct that is a model) or a std::vector of rows");
        static_assert(detail::checked_model<T>::value);
        static_assert(detail::written_model<T>::value);
        detail::run_insert(use(), detail::insert_plan_of<T>, &row);
        return std::move(row);
    }
    /// `INSERT` of all rows by one statement (`INSERT ... SELECT ... FROM unnest($1, ...)`), whatever their number;
    /// they come back as `insert` of one row does. All or none are inserted. Rows of 1 GiB or more are an
    /// `encode_error`.
    template <class T>
    std::vector<T> insert(std::vector<T> rows) {
        static_assert(detail::checked_model<T>::value);
        static_assert(detail::written_model<T>::value);
        detail::run_insert_many(use(), detail::many_plan_of<T>, rows.data(), rows.size());
        return rows;
    }

    /// `INSERT ... ON CONFLICT (key) DO UPDATE`: inserts the row, or gives the row that has the same key the values of
    /// this one, except keys. The key must be the primary key or declared unique. A column whose server default is an
    /// expression, such as `now()`, keeps its value in the database where the field has its initial value (see
    /// `insert`). Columns that the server, a trigger or `set_on_update` fills come back.
    /// `db.upsert<&author::name>(row)`.
    template <auto... Key, class T>
    T upsert(const T& row) {
        return upsert<Key...>(T(row));
    }
    template <auto... Key, class T>
        requires(detail::given_away<T> && !detail::many_rows<T>)
    T upsert(T&& row) {
        static_assert(detail::row_like<T>,
                      "pgmodel: upsert() takes a row (a struct that is a model) or a std::vector of rows");
        static_assert(detail::checked_model<T>::value);
        static_assert(detail::written_model<T>::value);
        if constexpr (detail::checked_row_key<T, Key...>::value)
            detail::run_insert(use(), detail::insert_plan_of<T, Key...>, &row);
        return std::move(row);
    }

    /// The row with this primary key, if there is one.
    template <class T, class... Key>
    std::optional<T> find(Key&&... key) {
        detail::check_has_key<T>();
        using answer_reader = detail::model_reader<T>;
        const auto answer = detail::run_by_key<detail::find_statement<T>, typename answer_reader::columns, T>(
            use(), std::forward<Key>(key)...);
        if (answer.rows() == 0) return std::nullopt;
        return detail::read_first<answer_reader>(answer);
    }
    /// The row with this primary key; throws `not_found`.
    template <class T, class... Key>
    T get(Key&&... key) {
        detail::check_has_key<T>();
        using answer_reader = detail::model_reader<T>;
        const auto answer = detail::run_by_key<detail::find_statement<T>, typename answer_reader::columns, T>(
            use(), std::forward<Key>(key)...);
        if (answer.rows() == 0) detail::throw_not_found(detail::facts_of<T>.name, answer.statement());
        return detail::read_first<answer_reader>(answer);
    }
    /// Reads the row again by its primary key, removed or not; throws `not_found`.
    template <class T>
    void refresh(T& row) {
        static_assert(detail::checked_model<T>::value);
        detail::check_has_key<T>();
        const detail::row_statement& statement = detail::row_statement_data<detail::refresh_statement<T>>::value;
        const auto answer = detail::run_row(use(), statement, &row);
        if (answer.rows() == 0) detail::throw_not_found(detail::facts_of<T>.name, answer.statement());
        // All or nothing: a row is not left half read.
        T fresh = row;
        detail::read_returned(statement, answer, &fresh);
        row = std::move(fresh);
    }
    /// Is there a row with this primary key?
    template <class T, class... Key>
    bool exists(Key&&... key) {
        detail::check_has_key<T>();
        using answer_reader = detail::row_reader<bool>;
        return detail::read_first<answer_reader>(
            detail::run_by_key<detail::exists_statement<T>, typename answer_reader::columns, T>(
                use(), std::forward<Key>(key)...));
    }
    /// How many rows the table has; the server counts them one by one.
    template <class T>
    std::int64_t count() {
        static_assert(detail::checked_model<T>::value);
        using answer_reader = detail::row_reader<std::int64_t>;
        return detail::read_first<answer_reader>(detail::run_values(
            use(), detail::shape_of<detail::count_statement<T>, typename answer_reader::columns, T>, nullptr));
    }

    /// `UPDATE` of the named columns, or of all that can be written: `db.update<&article::state>(a)`, `db.update(a)`.
    ///
    /// Columns with `set_on_update` and the version column are set too, and their new values come back into the row.
    /// Throws `not_found` when the row is gone, and `version_conflict` when the model has a version column and somebody
    /// else has changed or removed the row. All columns means: not the primary key, not an identity, nothing transient,
    /// nothing that is `set_by_trigger`, no enum that holds its fallback for unknown labels. A constant or temporary
    /// row does for models of which nothing comes back.
    template <auto... Field, class Row>
    void update(Row&& row) {
        using T = std::remove_cvref_t<Row>;
        static_assert(detail::row_like<T>, "pgmodel: update() takes one row; call it for each in a transaction, or say "
                                           "pgmodel::update(...).set(...).from(pgmodel::values(rows))");
        static_assert(detail::checked_model<T>::value);
        detail::check_has_key<T>();
        static_assert(detail::written_model<T>::value);
        static_assert((std::is_same_v<detail::owner_of<Field>, T> && ...),
                      "pgmodel: update names fields of the row's model");
        static_assert(detail::updated_places<T>().count > 0, "pgmodel: every column of this model is part of its key");
        static_assert((detail::can_update<T, Field>() && ...),
                      "pgmodel: update cannot write a key, an identity, a serial, a generated column, a version, a "
                      "transient field, or a field with set_on_update; leave it out");
        static_assert(std::is_same_v<Row, T&> || detail::places_set_by_library<T>.count == 0,
                      "pgmodel: update() changes this model's row (its version, a generated column, or what a trigger "
                      "or set_on_update says), so give it a variable, not a constant or a temporary");
        detail::run_update<T, Field...>(use(), row);
    }

    /// `UPDATE` of the row with this primary key (of several columns: a std::tuple) by assignments or `pg::changes`;
    /// the row as it is then, nothing when there is none: `db.update<article>(5, col<&article::title> = "x")`. Where
    /// all changes are empty, the row is read. With `pg::if_version(n)` behind them it throws `version_conflict` unless
    /// the row has that version.
    template <class T, class Key, class... Given>
        requires(sizeof...(Given) > 0)
    std::optional<T> update(const Key& key, Given... given);

    /// `DELETE` of this row by its primary key; throws `not_found`, or `version_conflict` where there is a version
    /// column. With soft_delete() `UPDATE` that marks it: the mark, the version and what else it sets come back into a
    /// variable; of a constant or a temporary only the database knows them, and `restore` needs `refresh` before.
    template <class T>
    void remove(const T& row) {
        if constexpr (detail::removable<T>::value) detail::remove_row(use(), row);
    }
    template <class T>
        requires(!std::is_const_v<T>)
    void remove(T& row) {
        if constexpr (detail::removable<T>::value) detail::remove_or_mark_row(use(), row);
    }
    /// The same by primary key; was there such a row? `db.remove<author>(5)`.
    template <class T, class... Key>
        requires(sizeof...(Key) > 0 && !(std::is_same_v<std::remove_cvref_t<Key>, T> || ...))
    bool remove(Key&&... key) {
        detail::check_has_key<T>();
        static_assert(detail::written_model<T>::value);
        return detail::run_by_key<detail::remove_by_key_statement<T>, detail::no_columns, T>(use(),
                                                                                             std::forward<Key>(key)...)
                   .affected() > 0;
    }

    // ---- queries; `values` are those of its placeholders: pg::bind<"name">(value)

    /// All rows of a query, or of what a statement returns: `db.all(pg::insert_into(...)...returning(...))`.
    template <detail::statement Query, class... Bound>
    std::vector<typename Query::row> all(const Query& query, const Bound&... values) {
        static_assert(Query::checks::value && detail::checked_rows<Query>::value);
        using answer_reader = typename Query::reader;
        return detail::run_query<Query, typename answer_reader::columns, detail::all_rows<answer_reader>>(use(), query,
                                                                                                          values...);
    }
    /// The only row of a query; throws `not_found` when there is none, `row_count_error` when there are more. It reads
    /// at most two. Of a statement that changes rows: what it has done stands all the same, unless a transaction is
    /// rolled back.
    template <detail::statement Query, class... Bound>
    typename Query::row one(const Query& query, const Bound&... values) {
        static_assert(Query::checks::value && detail::checked_rows<Query>::value);
        using answer_reader = typename Query::reader;
        using statement = detail::limited_query<2, Query>;
        return detail::run_query<statement, typename answer_reader::columns, detail::only_row<answer_reader>>(
            use(), query, values...);
    }
    /// The first row of a query, if there is one (`LIMIT 1`); the first that a statement returns.
    template <detail::statement Query, class... Bound>
    std::optional<typename Query::row> first(const Query& query, const Bound&... values) {
        static_assert(Query::checks::value && detail::checked_rows<Query>::value);
        using answer_reader = typename Query::reader;
        using statement = detail::limited_query<1, Query>;
        return detail::run_query<statement, typename answer_reader::columns, detail::first_row<answer_reader>>(
            use(), query, values...);
    }
    /// The only value of a query that selects one expression; throws as `one` does.
    template <detail::statement Query, class... Bound>
    typename Query::row scalar(const Query& query, const Bound&... values) {
        static_assert(Query::checks::value && detail::checked_rows<Query>::value);
        static_assert(detail::reads_value<typename Query::reader>,
                      "pgmodel: scalar() takes a query that selects one expression; use one()");
        return one(query, values...);
    }
    /// Does a query find any row?
    template <detail::query Query, class... Bound>
    bool exists(const Query& query, const Bound&... values) {
        static_assert(detail::checked_nested_query<Query>::value);
        using answer_reader = detail::row_reader<bool>;
        using statement = detail::any_query<Query>;
        return detail::run_query<statement, typename answer_reader::columns, detail::only_row<answer_reader>>(
            use(), query, values...);
    }
    /// How many rows a query finds.
    template <detail::query Query, class... Bound>
    std::int64_t count(const Query& query, const Bound&... values) {
        static_assert(detail::checked_nested_query<Query>::value);
        using answer_reader = detail::row_reader<std::int64_t>;
        using statement = detail::count_query<Query>;
        return detail::run_query<statement, typename answer_reader::columns, detail::only_row<answer_reader>>(
            use(), query, values...);
    }
    /// Rows `offset` to `offset + limit` of a query, and how many it finds in all, also past the end; one round trip.
    /// The server counts them one by one: `pg::keyset` of session/keyset.hpp does without.
    template <detail::query Query, class... Bound>
    pgmodel::page<typename Query::row> page(const Query& query, std::int64_t limit, std::int64_t offset,
                                            const Bound&... values) {
        static_assert(detail::pageable<Query>::value);
        using statement = detail::page_query<Query>;
        using columns = detail::page_columns<typename Query::reader::columns>;
        const statement asked{query, detail::checked_count<decltype(statement::most)>(limit),
                              detail::checked_count<decltype(statement::skipped)>(offset)};
        return detail::read_page<Query>(detail::run_query<statement, columns>(use(), asked, values...), limit, offset);
    }
    /// The same by the page's number: `db.page(q, {.number = 3, .size = 20})`.
    template <detail::query Query, class... Bound>
    pgmodel::page<typename Query::row> page(const Query& query, const numbered_page& which, const Bound&... values) {
        return page(query, which.size, which.offset(), values...);
    }
    /// Runs a statement; how many rows it has changed, or found if it is a query. What it returns is not looked at.
    template <detail::statement Statement, class... Bound>
    std::uint64_t execute(const Statement& statement, const Bound&... values) {
        static_assert(Statement::checks::value && detail::checked_query<Statement>::value);
        return detail::run_query<Statement, detail::no_columns>(use(), statement, values...).affected();
    }

    // ---- raw SQL

    /// All rows of SQL text, with `$1`, `$2` ... for the values: into a struct by the columns' names, into a std::tuple
    /// or a single value by their places. Types are checked when the text is first prepared (`schema_mismatch`).
    template <class Row, class... Values>
    std::vector<Row> all(const raw_sql& sql, const Values&... values) {
        using answer_reader = detail::row_reader<Row>;
        return detail::read_all<answer_reader>(detail::run_raw<typename answer_reader::columns>(use(), sql, values...));
    }
    /// The only row; throws `not_found` when there is none, `row_count_error` when there are more.
    template <class Row, class... Values>
    Row one(const raw_sql& sql, const Values&... values) {
        using answer_reader = detail::row_reader<Row>;
        return detail::read_only_row<answer_reader>(
            detail::run_raw<typename answer_reader::columns>(use(), sql, values...));
    }
    /// The first row, if there is one; the server sends all.
    template <class Row, class... Values>
    std::optional<Row> first(const raw_sql& sql, const Values&... values) {
        using answer_reader = detail::row_reader<Row>;
        const auto answer = detail::run_raw<typename answer_reader::columns>(use(), sql, values...);
        if (answer.rows() == 0) return std::nullopt;
        return detail::read_first<answer_reader>(answer);
    }
    /// The only value of the only row.
    template <class Value, class... Values>
    Value scalar(const raw_sql& sql, const Values&... values) {
        static_assert(detail::has_codec<detail::unwrapped<Value>> || !std::is_class_v<detail::unwrapped<Value>>,
                      "pgmodel: scalar() reads one value; use one() for rows");
        return detail::read_only_row<detail::value_reader<Value>>(
            detail::run_raw<detail::value_columns<Value>>(use(), sql, values...));
    }
    /// Runs one statement with parameters; how many rows it touched. Rows that it returns are not looked at.
    template <class... Values>
    std::uint64_t execute(const raw_sql& sql, const Values&... values) {
        return detail::run_raw<detail::no_columns>(use(), sql, values...).affected();
    }

    // ---- tables

    /// Makes the types, tables and other objects of these models that are missing, a table with all that is its own,
    /// each after what it needs, in one transaction and under an advisory lock, so that several programs may start at
    /// once. What exists is left as it is, also where it differs from the models; where a model names no schema, only
    /// the first schema of the search path is looked at, in which it would be made. Throws `schema_mismatch` when a
    /// view that it has made has other columns than its model.
    template <class... Models>
    void create_all(const registry<Models...>& models) {
        detail::create_missing(use(), schema::describe(models));
    }
    /// Drops the tables, types and other objects of these models that are there, in one transaction; schemas and
    /// extensions stay. Throws `server_error` (2BP01) when something else depends on them.
    template <class... Models>
    void drop_all(const registry<Models...>& models) {
        detail::drop_present(use(), schema::describe(models));
    }

    /// Runs SQL text as it stands, one or many statements, without parameters and without looking at rows. Outside a
    /// transaction many statements in one text are one implicit transaction.
    PGMODEL_FUNCTION
    void execute_script(const std::string& sql);

    /// Runs `function(transaction&)` in a transaction and returns what it returns.
    ///
    /// Any exception rolls back and goes on to the caller; on SQLSTATE 40001 and 40P01 (`error::retryable()`) the whole
    /// function is run again in a new transaction, after a short pause, up to `attempts` times. Inside an open
    /// transaction it is a savepoint, without a retry. Throws `transaction_rolled_back` and `commit_in_doubt` as
    /// `transaction::commit` does; the latter is never retried.
    template <class Function>
    std::invoke_result_t<Function&, scoped_transaction&> transaction(Function&& function,
                                                                     const transaction_options& wanted);
    template <class Function>
    std::invoke_result_t<Function&, scoped_transaction&> transaction(Function&& function);

    /// Statements run here are part of a transaction (also of one that a statement of the user's has begun).
    bool in_transaction() const;
    /// False when the connection was lost; it does not come back by itself.
    bool is_open() const;

protected:
    explicit connection(detail::channel* channel, std::uint64_t user = 0) : channel_(channel), user_(user) {}
    connection(connection&& other) noexcept : channel_(detail::exchange_plain(other.channel_)), user_(other.user_) {}
    ~connection() = default;

    /// The channel to run a statement through, if it is this object's turn.
    detail::channel& use() const;

    detail::channel* channel_;  ///< null in a moved-from object
    std::uint64_t user_;  ///< 0: a session or lease; else the token of a transaction

private:
    friend class scoped_transaction;
    friend struct detail::connection_access;

    [[noreturn]] void refuse() const;
    bool outermost() const;  ///< no transaction is open
};

}  // namespace pgmodel

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/session/impl/connection.ipp>
#endif
