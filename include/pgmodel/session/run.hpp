// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Statements of the query layer on a channel: bind, run, read.
#pragma once

#include <pgmodel/query/insert_many.hpp>
#include <pgmodel/query/raw.hpp>
#include <pgmodel/query/select.hpp>
#include <pgmodel/query/upsert.hpp>
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

template <class T>
[[noreturn]] void throw_no_row() {
    if constexpr (has_version<T>) throw_version_conflict(facts_of<T>.name);
    else throw_not_found(facts_of<T>.name);
}

/// Runs `Statement` by key and returns the result.
template <class Statement, class Columns, class T>
result run_by_key(channel& c, const typename key_of<T>::values& key) {
    return run_constant<Statement, Columns, T>(
        c, [&key](auto& f) { std::apply([&f](const auto&... value) { (f(value), ...); }, key); }, key_of<T>::names);
}

/// INSERT or upsert of one row; what the server has filled in is put into it.
template <class Kind>
void run_insert(channel& c, typename Kind::row& row) {
    using T = typename Kind::row;
    static_assert(checked_model<T>::value);
    auto sent = always_sent<T>;
    if (!sent_columns(row, sent, std::make_index_sequence<field_count<T>>{})) [[likely]] {
        using statement = usual_insert<Kind>;
        using returned = typename statement::returned;
        const result answer = run_constant<statement, returned, T>(
            c, [&row](auto& f) { statement::visit(row, f); }, sent_fields<T>.at);
        if constexpr (returned::count > 0)
            reading<returned>(answer, [&](decode_position& at) { returned::read_into(row, answer, at); });
    } else {
        const written_insert<Kind> statement(sent);
        binding<field_count<T>> bound;
        const result answer = c.run(statement.shape, bound.fill(c, [&](auto& f) { statement.visit(row, f); }));
        reading<no_columns>(answer, [&](decode_position& at) { statement.read_into(row, answer, at); });
    }
}

template <class T, column_set<T> Set>
void run_update(channel& c, T& row) {
    using statement = update_statement<T, Set>;
    using returned = typename statement::returned;
    const result answer =
        run_constant<statement, returned, T>(c, [&row](auto& f) { statement::visit(row, f); }, statement::fields.at);
    if constexpr (returned::count > 0) {
        if (answer.rows() == 0) throw_no_row<T>();
        reading<returned>(answer, [&](decode_position& at) { returned::read_into(row, answer, at); });
    } else {
        if (answer.affected() == 0) throw_no_row<T>();
    }
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
