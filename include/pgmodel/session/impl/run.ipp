// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/query/lent_insert.hpp>
#include <pgmodel/query/many_insert.hpp>
#include <pgmodel/session/channel.hpp>
#include <pgmodel/session/run.hpp>
#include <pgmodel/session/server_failure.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pgmodel::detail {

/// The values of a statement, each at an address of its own.
struct referred_values {
    const value_ref* refs;
    std::size_t count;
    const model_view* model = nullptr;        ///< for messages: whose fields they are
    const std::uint16_t* places = nullptr;

    encoded_value encode(std::size_t i, value_writer& out) const { return refs[i].encode(refs[i].value, out); }
    std::string_view field(std::size_t i) const { return model ? model->facts[places[i]].field : std::string_view{}; }
};

/// The values of a statement that are fields of one row.
struct row_values {
    const row_statement& statement;
    const field_access* values;
    std::uintptr_t offset;  ///< of the row from the object that addresses are taken from

    row_values(const row_statement& about, const void* row)
        : statement(about), values(about.values),
          offset(reinterpret_cast<std::uintptr_t>(row) - reinterpret_cast<std::uintptr_t>(about.model->base)) {}

    encoded_value encode(std::size_t i, value_writer& out) const {
        const auto address = reinterpret_cast<std::uintptr_t>(values[i].address) + offset;
        return values[i].encode(reinterpret_cast<const void*>(address), out);
    }
    std::string_view field(std::size_t i) const { return statement.model->facts[statement.sends[i]].field; }
};

/// The server could not read a value: of which field it is.
template <class = when_used>
[[noreturn, gnu::cold]] void throw_unread_value(const server_error& e, std::string_view field) {
    if (field.empty()) throw;
    error_info info = e.info();
    info.field = field;
    const auto text = failure_sentence(info);
    throw server_error(text, std::move(info));
}

/// `Values` knows of which field each parameter is.
template <class Values>
result run_bound(channel& c, const statement_shape& shape, const bound_parameters& bound, const Values& given) {
    try {
        return c.run(shape, bound);
    } catch (const server_error& e) {
        const std::size_t unread = e.info().parameter;
        if (unread == 0 || unread > shape.parameter_count) throw;
        throw_unread_value(e, given.field(unread - 1));
    }
}

/// Runs a statement with as many values as its shape has parameters. `given` is a copy: for all that a compiler knows,
/// each call changes what is not on its stack.
template <class Values>
result run_encoded(channel& c, const statement_shape& shape, const Values given) {
    const std::size_t count = shape.parameter_count;
    // What libpq is given of each value lies before them.
    value_writer out(c.memory(), count, &c, (sizeof(char*) + 2 * sizeof(int)) * count);
    auto** const values = reinterpret_cast<const char**>(c.memory().data());
    int* const lengths = reinterpret_cast<int*>(values + count);
    int* const formats = lengths + count;
    std::size_t at = 0, sent = 4 * count;
    try {
        for (; at < count; ++at) {
            const encoded_value value = given.encode(at, out);
            values[at] = value.bytes;
            lengths[at] = static_cast<int>(value.size);
            formats[at] = 1;
            sent = add_sizes(sent, value.size);
        }
        if (sent > longest_value) [[unlikely]] {
            // Refused in any case; one that is too long alone is named.
            value_writer again(c.memory(), count, &c);
            for (at = 0; at < count; ++at)
                if (given.encode(at, again).size > longest_value) fail_size();
        }
    } catch (const encode_error& e) {
        if (out.full()) fail_sizes(shape.sql);
        throw_encode_error(e, shape, given.field(at), at);
    }
    if (sent > longest_value) [[unlikely]]
        fail_sizes(shape.sql);
    return run_bound(c, shape, {values, lengths, formats, sent}, given);
}
/// The values are given one by one; of a statement by key they are the key's.
PGMODEL_BODY
result run_values(channel& c, const statement_shape& shape, const value_ref* refs, const model_view* key_of) {
    return run_encoded(c, shape, referred_values{refs, shape.parameter_count, key_of, key_of ? key_of->key : nullptr});
}

PGMODEL_BODY
void throw_not_found(std::string_view table, std::string_view sql) {
    error_info info;
    info.statement = sql;
    info.table = table;
    throw not_found("pgmodel: table \"" + info.table + "\" has no such row", info);
}
PGMODEL_BODY
void throw_version_conflict(std::string_view table, std::string_view sql) {
    error_info info;
    info.statement = sql;
    info.table = table;
    throw version_conflict("pgmodel: a row of table \"" + info.table +
                               "\" has been changed or removed since it was read (its version is another one)",
                           info);
}
template <class = when_used>
[[noreturn]] void throw_row_count(std::uint64_t rows, std::uint64_t expected = 1) {
    throw row_count_error("pgmodel: the statement returned " + std::to_string(rows) + " rows instead of " +
                          std::to_string(expected));
}

PGMODEL_BODY
void throw_no_row(const model_view& model, std::string_view sql) {
    if (model.has_version()) throw_version_conflict(model.name, sql);
    throw_not_found(model.name, sql);
}

/// Runs a statement whose parameters are fields of a row.
PGMODEL_BODY
result run_row(channel& c, const row_statement& statement, const void* row) {
    return run_encoded(c, *statement.shape, row_values{statement, row});
}

PGMODEL_BODY
void read_returned(const row_statement& statement, const result& answer, void* rows, std::size_t count,
                   std::size_t row_size) {
    const model_view& model = *statement.model;
    std::size_t column = 0, number = 0;
    try {
        for (; column < statement.return_count; ++column) {
            const std::size_t place = statement.returns[column];
            const auto decode = model.fields[place].decode;
            char* field = static_cast<char*>(model.field(rows, place));
            for (number = 0; number < count; ++number, field += row_size) {
                const reader value = answer.value(number, column);
                decode(field, value, value.left() == 0 && answer.is_null(number, column));
            }
        }
    } catch (const value_error& e) {
        throw_decode_error(e, answer.column_name(column), model.access[statement.returns[column]].cpp_type, number,
                           answer.statement(), model.name);
    }
}

/// A statement about one row that must be there: what it returns is put into the row.
PGMODEL_BODY
void run_on_row(channel& c, const row_statement& statement, void* row) {
    const result answer = run_row(c, statement, row);
    if ((statement.return_count > 0 ? answer.rows() : answer.affected()) == 0)
        throw_no_row(*statement.model, answer.statement());
    read_returned(statement, answer, row);
}
/// A trigger or a rule can suppress an insert; then nothing comes back.
template <class = when_used>
void read_inserted(const row_statement& statement, const result& answer, void* row) {
    const std::uint64_t rows = statement.return_count > 0 ? answer.rows() : answer.affected();
    if (rows != 1) throw_row_count(rows);
    read_returned(statement, answer, row);
}

/// With columns that the server could fill.
template <class = when_used>
[[gnu::noinline]] void run_written_insert(channel& c, const insert_plan& plan, void* row, const bool* more) {
    const lent_insert lent(plan, more);
    read_inserted(lent.statement(), run_row(c, lent.statement(), row), row);
}
/// Does the row send other columns that the server could fill than the usual ones? `more` says which it sends.
inline bool sends_more(const insert_plan& plan, const void* row, bool* more) {
    bool any = false;
    if (plan.fillable_count > 0) {
        const model_view& model = *plan.usual->model;
        const void* const initial = plan.initial();
        for (std::size_t i = 0; i < plan.fillable_count; ++i) {
            const std::size_t place = plan.fillable[i].place;
            more[i] = !plan.fillable[i].equal(model.field(row, place), model.field(initial, place));
            any = any || more[i] != upsert_key{plan.conflict, plan.conflict_count}.has(place);
        }
    }
    return any;
}
/// INSERT or upsert of one row; what the server has filled in is put into it.
PGMODEL_BODY
void run_insert(channel& c, const insert_plan& plan, void* row) {
    bool more[most_columns];
    if (sends_more(plan, row, more)) run_written_insert(c, plan, row, more);
    else read_inserted(*plan.usual, run_row(c, *plan.usual, row), row);
}

/// INSERT of many rows by one statement.
PGMODEL_BODY
void run_insert_many(channel& c, const many_plan& plan, void* rows, std::size_t count) {
    if (count == 0) return;
    many_insert insert(plan, rows, count);
    const auto bound = insert.bind(c);
    const result answer = run_bound(c, insert.shape(), bound, insert);
    const row_statement statement = insert.statement();
    if (statement.return_count == 0) return;
    if (answer.rows() != count) throw_row_count(answer.rows(), count);
    read_returned(statement, answer, rows, count, plan.row_size);
}

PGMODEL_BODY
void throw_not_one(const result& answer) {
    error_info info;
    info.statement = answer.statement();
    if (answer.rows() == 0) throw not_found("pgmodel: one row was expected, but the statement returned none", info);
    throw row_count_error("pgmodel: one row was expected, but the statement returned more", info);
}

#ifdef PGMODEL_SEPARATE_COMPILATION
PGMODEL_USUAL_TYPES()
#endif

}  // namespace pgmodel::detail
