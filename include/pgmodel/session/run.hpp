// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Statements of the query layer on a channel: bind, run, read.
#pragma once

#include <pgmodel/query/insert_many.hpp>
#include <pgmodel/query/raw.hpp>
#include <pgmodel/query/select.hpp>
#include <pgmodel/session/channel.hpp>

namespace pgmodel::detail {

/// Runs a statement whose text is a constant; `each(f)` calls f for each of its parameters.
template <class Statement, class Columns, class T, class Each>
result run_constant(channel& c, const Each& each, const std::string_view* fields = nullptr) {
    static constexpr const statement_shape& shape = shape_of<Statement, Columns, T>;
    binding<rendered<Statement>::size.parameters> bound;
    return c.run(shape, bound.fill(c, each, fields));
}

[[noreturn]] inline void throw_not_found(std::string_view table) {
    error_info info;
    info.table = table;
    throw not_found("pgmodel: table \"" + info.table + "\" has no such row", std::move(info));
}
[[noreturn]] inline void throw_version_conflict(std::string_view table) {
    error_info info;
    info.table = table;
    throw version_conflict("pgmodel: a row of table \"" + info.table +
                               "\" has been changed or removed since it was read (its version is another one)",
                           std::move(info));
}
[[noreturn]] inline void throw_row_count(std::size_t rows) {
    throw row_count_error("pgmodel: one row was expected, but the statement returned " +
                          (rows == 2 ? std::string("more") : std::to_string(rows)));
}

[[noreturn]] inline void throw_no_row(const model_view& model) {
    if (model.has_version()) throw_version_conflict(model.name);
    throw_not_found(model.name);
}

/// Runs a statement by key and returns the result.
template <class Statement, class Columns, class T>
result run_by_key(channel& c, const typename key_of<T>::values& key) {
    return run_constant<Statement, Columns, T>(
        c, [&key](auto& f) { key.each(f); }, key_of<T>::names);
}

/// Runs a statement whose parameters are fields of a row.
inline result run_row(channel& c, const row_statement& statement, const void* row) {
    const char* values[2 * most_fields + 2];
    int lengths[2 * most_fields + 2];
    const model_view& model = *statement.model;
    encode_parameters encode{writer(nullptr), values, lengths};
    std::size_t place = 0;
    try {
        std::size_t bytes = 0;
        for (std::size_t i = 0; i < statement.send_count; ++i) {
            place = statement.sends[i];
            if (const auto size = model.access[place].size) bytes += size(model.field(row, place));
        }
        encode.out = writer(c.scratch(bytes), &c);
        for (std::size_t i = 0; i < statement.send_count; ++i) {
            place = statement.sends[i];
            model.access[place].encode(model.field(row, place), encode);
        }
    } catch (const encode_error& e) {
        throw_encode_error(e, model.facts[place].field, 0);
    }
    return c.run(*statement.shape, {values, lengths, binary_formats<2 * most_fields + 2>.formats});
}

/// Puts what a statement returned into the row that it was about.
inline void read_returned(const row_statement& statement, const result& answer, void* row, std::size_t number = 0) {
    const model_view& model = *statement.model;
    std::size_t column = 0;
    try {
        for (; column < statement.return_count; ++column) {
            const std::size_t place = statement.returns[column];
            const reader value = answer.value(number, column);
            model.access[place].decode(model.field(row, place), value, value.left() == 0 && answer.is_null(number, column));
        }
    } catch (const value_error& e) {
        throw_decode_error(e, answer.column_name(column), model.access[statement.returns[column]].cpp_type, number);
    }
}

/// A statement about one row that must be there: what it returns is put into the row.
inline void run_on_row(channel& c, const row_statement& statement, void* row) {
    const result answer = run_row(c, statement, row);
    if ((statement.return_count > 0 ? answer.rows() : answer.affected()) == 0) throw_no_row(*statement.model);
    read_returned(statement, answer, row);
}

/// INSERT or upsert of one row; what the server has filled in is put into it.
inline void run_insert(channel& c, const insert_plan& plan, void* row) {
    const model_view& model = *plan.usual->model;
    bool more[most_fields];
    bool any = false;
    if (plan.fillable_count > 0) {
        const void* const initial = plan.initial();
        for (std::size_t i = 0; i < plan.fillable_count; ++i) {
            const std::size_t place = plan.fillable[i].place;
            more[i] = !plan.fillable[i].equal(model.field(static_cast<const void*>(row), place), model.field(initial, place));
            any = any || more[i];
        }
    }
    if (!any) [[likely]] {
        const result answer = run_row(c, *plan.usual, row);
        read_returned(*plan.usual, answer, row);
    } else {
        written_statement made;
        make_written_insert(made, plan, more);
        const row_statement statement = made.statement(model);
        const result answer = run_row(c, statement, row);
        read_returned(statement, answer, row);
    }
}

/// INSERT of many rows by one statement.
inline void run_insert_many(channel& c, const many_plan& plan, void* rows, std::size_t count) {
    if (count == 0) return;
    many_insert insert(plan, rows, count);
    const result answer = c.run(insert.shape(), insert.bind(c));
    const row_statement statement = insert.statement();
    if (statement.return_count == 0) return;
    if (answer.rows() != count) throw_row_count(answer.rows());
    for (std::size_t i = 0; i < count; ++i) read_returned(statement, answer, static_cast<char*>(rows) + i * plan.row_size, i);
}

/// Runs a query as it is, or wrapped.
template <class Query, class Statement, class Columns>
result run_query(channel& c, const Query& query) {
    static constexpr const statement_shape& shape = query_shape<Statement, Columns>;
    binding<rendered<Statement>::size.parameters> bound;
    return c.run(shape, bound.fill(c, [&query](auto& f) { query.visit(f); }));
}

template <class Columns, class... Given>
result run_raw(channel& c, const raw_sql& sql, const Given&... given) {
    // A decayed array or function would be a dangling type, so the types are those of the values as parameters.
    const statement_shape shape = raw_shape<Columns, std::decay_t<Given>...>(sql);
    binding<sizeof...(Given)> bound;
    return c.run(shape, bound.fill(c, [&](auto& f) {
        (f(static_cast<const typename raw_parameter<std::decay_t<Given>>::type&>(given)), ...);
    }));
}

}  // namespace pgmodel::detail
