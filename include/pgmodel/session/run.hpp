// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Statements of the query layer on a channel: bind, run, read.
#pragma once

#include <pgmodel/query/insert_many.hpp>
#include <pgmodel/query/lent_insert.hpp>
#include <pgmodel/query/raw.hpp>
#include <pgmodel/query/select.hpp>
#include <pgmodel/session/channel.hpp>

namespace pgmodel::detail {

template <std::size_t N>
struct all_binary {
    int formats[N]{};
    constexpr all_binary() {
        for (int& f : formats) f = 1;
    }
};
/// Statements with more parameters than this (raw SQL) take memory for them.
inline constexpr std::size_t usual_parameters = 2 * most_fields + 2;
inline constexpr all_binary<usual_parameters> binary_formats{};

/// Which fields the parameters of a statement are, for messages.
struct parameter_fields {
    const model_view* model = nullptr;
    const std::uint16_t* places = nullptr;
};

inline bound_parameters encode_values(channel& c, const value_ref* refs, std::size_t count, const char** values, int* lengths,
                                      parameter_fields fields) {
    encode_parameters encode{writer(nullptr), values, lengths};
    std::size_t place = 0;
    try {
        std::size_t bytes = 0;
        for (; place < count; ++place)
            if (const auto size = refs[place].access->size) bytes += size(refs[place].value);
        encode.out = writer(c.scratch(bytes), &c);
        for (place = 0; place < count; ++place) refs[place].access->encode(refs[place].value, encode);
    } catch (const encode_error& e) {
        throw_encode_error(e, fields.model ? fields.model->facts[fields.places[place]].field : std::string_view{}, place);
    }
    return {values, lengths, binary_formats.formats};
}

/// Runs a statement with as many values as its shape has parameters.
inline result run_values(channel& c, const statement_shape& shape, const value_ref* refs, parameter_fields fields = {}) {
    const std::size_t count = shape.parameter_count;
    if (count <= usual_parameters) [[likely]] {
        const char* values[usual_parameters];
        int lengths[usual_parameters];
        return c.run(shape, encode_values(c, refs, count, values, lengths, fields));
    }
    std::vector<const char*> values(count);
    std::vector<int> lengths(count);
    const std::vector<int> formats(count, 1);
    auto bound = encode_values(c, refs, count, values.data(), lengths.data(), fields);
    bound.formats = formats.data();
    return c.run(shape, bound);
}

[[noreturn]] inline void throw_not_found(std::string_view table) {
    error_info info;
    info.table = table;
    throw not_found("pgmodel: table \"" + info.table + "\" has no such row", info);
}
[[noreturn]] inline void throw_version_conflict(std::string_view table) {
    error_info info;
    info.table = table;
    throw version_conflict("pgmodel: a row of table \"" + info.table +
                               "\" has been changed or removed since it was read (its version is another one)",
                           info);
}
[[noreturn]] inline void throw_row_count(std::uint64_t rows, std::uint64_t expected = 1) {
    throw row_count_error("pgmodel: the statement returned " + std::to_string(rows) + " rows instead of " +
                          std::to_string(expected));
}

[[noreturn]] inline void throw_no_row(const model_view& model) {
    if (model.has_version()) throw_version_conflict(model.name);
    throw_not_found(model.name);
}

/// Runs a statement by key and returns the result.
template <class Statement, class Columns, class T, class... Key>
result run_by_key(channel& c, Key&&... key) {
    const auto run = [&c](const value_ref* refs) {
        return run_values(c, shape_of<Statement, Columns, T>, refs, {&view_of<T>, view_of<T>.key});
    };
    return key_of<T>::with(run, std::forward<Key>(key)...);
}

/// Runs a statement whose parameters are fields of a row.
inline result run_row(channel& c, const row_statement& statement, const void* row) {
    value_ref refs[usual_parameters];
    const model_view& model = *statement.model;
    for (std::size_t i = 0; i < statement.send_count; ++i)
        refs[i] = {model.field(row, statement.sends[i]), model.access[statement.sends[i]].send};
    return run_values(c, *statement.shape, refs, {&model, statement.sends});
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

/// A trigger or a rule can suppress an insert; then nothing comes back.
inline void read_inserted(const row_statement& statement, const result& answer, void* row) {
    const std::uint64_t rows = statement.return_count > 0 ? answer.rows() : answer.affected();
    if (rows != 1) throw_row_count(rows);
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
        read_inserted(*plan.usual, run_row(c, *plan.usual, row), row);
    } else {
        const lent_insert lent(plan, more);
        const row_statement statement = lent.made().statement(model);
        read_inserted(statement, run_row(c, statement, row), row);
    }
}

/// INSERT of many rows by one statement.
inline void run_insert_many(channel& c, const many_plan& plan, void* rows, std::size_t count) {
    if (count == 0) return;
    many_insert insert(plan, rows, count);
    const result answer = c.run(insert.shape(), insert.bind(c));
    const row_statement statement = insert.statement();
    if (statement.return_count == 0) return;
    if (answer.rows() != count) throw_row_count(answer.rows(), count);
    for (std::size_t i = 0; i < count; ++i) read_returned(statement, answer, static_cast<char*>(rows) + i * plan.row_size, i);
}

/// Runs a query as it is, or wrapped.
template <class Statement, class Columns, class Query>
result run_query(channel& c, const Query& query) {
    constexpr std::size_t count = rendered<Statement>::size.parameters;
    value_ref refs[count + 1];
    refs[count] = {};  // g++ warns of an array in which nothing has a value
    value_collector collect{refs};
    query.visit(collect);
    return run_values(c, query_shape<Statement, Columns>, refs);
}

/// The values are as they travel: a string literal has become a pointer, or a view, which lives as long as this call.
template <class Columns, class... Values>
result run_raw_values(channel& c, const raw_sql& sql, const Values&... values) {
    value_ref refs[sizeof...(Values) + 1];
    refs[sizeof...(Values)] = {};
    [[maybe_unused]] value_collector collect{refs};
    (collect(values), ...);
    return run_values(c, raw_shape<Columns, Values...>(sql), refs);
}
template <class Columns, class... Given>
result run_raw(channel& c, const raw_sql& sql, const Given&... given) {
    return run_raw_values<Columns>(c, sql, static_cast<const typename raw_parameter<std::decay_t<Given>>::type&>(given)...);
}

}  // namespace pgmodel::detail
