// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Statements of the query layer on a channel: bind, run, read.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/query/arguments.hpp>
#include <pgmodel/query/insert_many.hpp>
#include <pgmodel/query/page.hpp>
#include <pgmodel/query/raw.hpp>
#include <pgmodel/query/select.hpp>
#include <pgmodel/query/unknown_labels.hpp>
#include <pgmodel/session/result.hpp>
#include <pgmodel/session/usual_types.hpp>

namespace pgmodel::detail {

class channel;

/// Runs a statement with as many values as its shape has parameters, given one by one; of a statement by key they are
/// the key's.
PGMODEL_FUNCTION
result run_values(channel& c, const statement_shape& shape, const value_ref* refs, const model_view* key_of = nullptr);
/// Runs a statement whose parameters are fields of a row.
PGMODEL_FUNCTION
result run_row(channel& c, const row_statement& statement, const void* row);
/// A statement about one row that must be there: what it returns is put into the row.
PGMODEL_FUNCTION
void run_on_row(channel& c, const row_statement& statement, void* row);
/// Puts what a statement returned into the row that it was about, or the rows, one each `row_size` bytes.
PGMODEL_FUNCTION
void read_returned(const row_statement& statement, const result& answer, void* rows, std::size_t count = 1,
                   std::size_t row_size = 0);
/// INSERT or upsert of one row; what the server has filled in is put into it.
PGMODEL_FUNCTION
void run_insert(channel& c, const insert_plan& plan, void* row);
/// INSERT of many rows by one statement.
PGMODEL_FUNCTION
void run_insert_many(channel& c, const many_plan& plan, void* rows, std::size_t count);

PGMODEL_FUNCTION
[[noreturn]] void throw_not_found(std::string_view table, std::string_view sql);
PGMODEL_FUNCTION
[[noreturn]] void throw_version_conflict(std::string_view table, std::string_view sql = {});
PGMODEL_FUNCTION
[[noreturn]] void throw_no_row(const model_view& model, std::string_view sql);
PGMODEL_FUNCTION
[[noreturn]] void throw_not_one(const result& answer);

struct by_key_runner {
    channel& on;
    const statement_shape& shape;
    const model_view& model;

    template <class = when_used>
    result operator()(const value_ref* key) const {
        return run_values(on, shape, key, &model);
    }
};
/// Runs a statement by key and returns the result.
template <class Statement, class Columns, class T, class... Key>
[[gnu::always_inline]] inline result run_by_key(channel& c, Key&&... key) {
    return key_of<T>::with(by_key_runner{c, shape_of<Statement, Columns, T>, view_of<T>}, std::forward<Key>(key)...);
}

/// UPDATE of one row; what the statement has set comes back into it.
template <class T, auto... M>
void run_update(channel& c, const T& row) {
    with_update<T, M...>(row, [&](const row_statement& statement) { run_on_row(c, statement, const_cast<T*>(&row)); });
}

/// The shape of a query, or of a statement that changes rows: its errors name the fields of that model.
template <class Statement, class Columns, class Query>
[[gnu::always_inline]] constexpr const statement_shape& shape_of_query() {
    if constexpr (change<Query>) return shape_of<Statement, Columns, typename Query::model>;
    else return query_shape<Statement, Columns>;
}
template <class Reader>
typename Reader::row read_only_row(const result& answer) {
    if (answer.rows() != 1) throw_not_one(answer);
    return read_first<Reader>(answer);
}

/// What is made of a statement's answer. It is made where the answer is, in functions of all statements that read such
/// rows: a statement's own would need code for what becomes of the answer when something throws.
struct whole_answer {
    using type = result;

    template <class = when_used>
    static result run(channel& c, const statement_shape& shape, const value_ref* refs) {
        return run_values(c, shape, refs);
    }
};
template <class Reader>
struct all_rows {
    static std::vector<typename Reader::row> run(channel& c, const statement_shape& shape, const value_ref* refs) {
        return read_all<Reader>(run_values(c, shape, refs));
    }
};
template <class Reader>
struct only_row {
    static typename Reader::row run(channel& c, const statement_shape& shape, const value_ref* refs) {
        return read_only_row<Reader>(run_values(c, shape, refs));
    }
};
template <class Reader>
struct first_row {
    static std::optional<typename Reader::row> run(channel& c, const statement_shape& shape, const value_ref* refs) {
        const result answer = run_values(c, shape, refs);
        if (answer.rows() == 0) return std::nullopt;
        return read_first<Reader>(answer);
    }
};

/// Runs a query or a statement that changes rows as it is, or wrapped, with the values of its placeholders. Inlined
/// always, as what select_query.hpp says it of.
template <class Statement, class Columns, class Answer = whole_answer, class Query, class... Bound>
[[gnu::always_inline]] inline auto run_query(channel& c, const Query& query, const Bound&... bound) {
    static_assert(arguments_of<Statement, Bound...>::value);
    if constexpr (Query::dynamic) {
        auto text = render_at_run_time<Statement>(query);  // found by what has parts of the run
        statement_shape shape = shape_of_text<Columns>(text.sql(), text.types(), text.parameters());
        if constexpr (change<Query>) shape.field_of = {&fields_of_view, &view_of<typename Query::model>};
        shape.of_models = true;
        value_ref* const refs = text.values();
        argument_collector<value_gatherer, Bound...> gather({refs}, bound...);
        query.visit(gather);
        return Answer::run(c, shape, refs);
    } else {
        constexpr std::size_t count = rendered<Statement>::size.parameters;
        value_ref refs[count + 1];
        refs[count] = {};  // g++ warns of an array in which nothing has a value
        if constexpr (count == 0) {
            // Nothing to collect, and so nothing to compile for it.
        } else if constexpr (sizeof...(Bound) == 0) {
            value_collector collect{refs};
            query.visit(collect);
        } else {
            argument_collector<value_collector, Bound...> collect({refs}, bound...);
            query.visit(collect);
        }
        return Answer::run(c, shape_of_query<Statement, Columns, Query>(), refs);
    }
}

/// The values are as they travel: a string literal has become a pointer, or a view, which lives as long as this call.
template <class Columns, class Answer, class... Values>
typename Answer::type run_raw_values(channel& c, const raw_sql& sql, const Values&... values) {
    value_ref refs[sizeof...(Values) + 1];
    refs[sizeof...(Values)] = {};
    [[maybe_unused]] value_collector collect{refs};
    (collect(values), ...);
    return Answer::run(c, raw_shape<Columns, Values...>(sql), refs);
}
template <class Columns, class Answer = whole_answer, class... Given>
typename Answer::type run_raw(channel& c, const raw_sql& sql, const Given&... given) {
    return run_raw_values<Columns, Answer>(
        c, sql, static_cast<const typename raw_parameter<std::decay_t<Given>>::type&>(given)...);
}

}  // namespace pgmodel::detail

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/session/impl/run.ipp>
#endif
