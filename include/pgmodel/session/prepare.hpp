// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// How a statement_runner prepares a statement, and compares its columns and the table that it writes with the program.
#pragma once

#include <pgmodel/session/statement_runner.hpp>

namespace pgmodel::detail {

/// Null: types that were looked up before may have others' OIDs by now; try again.
template <class>
[[gnu::noinline]] prepared_statement*
statement_runner::prepare_if_possible(const statement_shape& shape, prepared_statement* known, bool may_repeat) {
    const bool looked_up = !types_.empty();
    try {
        return &prepare(shape, known);
    } catch (const error& failure) {
        if (failure.connection_lost()) throw;
        // A server plans anew what is prepared; a pooler that has seen the text before gives the old plan another name.
        const bool was_known = !own_texts_ && failure.info().routine == "RevalidateCachedQuery";
        own_texts_ |= was_known;
        if (!was_known && (!may_repeat || !looked_up)) throw;
        forget_types();  // in a transaction for the next one
        if (link_.in_transaction()) throw;
        return nullptr;
    }
}

template <class>
prepared_statement& statement_runner::prepare(const statement_shape& shape, prepared_statement* known) {
    // Names first: looking them up needs the connection.
    bool named_types = false;
    growing_array<oid> parameters;
    for (std::size_t i = 0; i < shape.parameter_count; ++i) {
        const auto& type = shape.parameters[i];
        named_types |= type.id == 0;
        parameters.push_back(type.id ? type.id : resolve(type));
    }
    for (std::size_t i = 0; i < shape.column_count; ++i)
        if (shape.match != match_columns::none && shape.columns[i].type.id == 0) {
            named_types = true;
            resolve(shape.columns[i].type);
        }

    const auto effect = effect_of(shape.sql);
    if (shape.field_of.model && effect != statement_effect::reads && effect != statement_effect::sets)
        check_table(shape.field_of);

    auto& s = known ? *known : statements_.add(shape);
    s.named_types = named_types;
    s.parameters = std::move(parameters);
    s.effect = effect;
    try {
        if (options_.named_statements && shape.parameter_count <= describable) {
            statements_.rename(s);
            const auto described = prepare_on_server(shape, s);
            s.prepared = true;
            // The server takes more values than the text has parameters, but not fewer.
            if (const int wanted = PQnparams(described.get()); wanted > static_cast<int>(shape.parameter_count))
                throw_too_few_values(shape.sql, shape.parameter_count, wanted);
            require_places(shape);
            compare_columns(described, shape, s);
        } else {
            require_places(shape);
        }
    } catch (...) {
        statements_.remove(s);
        throw;
    }
    s.compared = s.prepared && !pooled_;
    s.ready = true;
    return s;
}

/// Parse and Describe in one round trip, together with the end of statements that nobody needs any more. The first time
/// also which process of the server this is: a pooler has said another number. One that keeps prepared statements may
/// lend a server session next that plans them for tables which have changed, and does not say so.
template <class>
result statement_runner::prepare_on_server(const statement_shape& shape, prepared_statement& s) {
    link_.require_open(shape.sql);
    // In a transaction a name that is not there any more would fail all of it.
    const std::size_t dropped = link_.in_transaction() ? 0 : statements_.dropped().size();
    const std::size_t ended = dropped < most_ended ? dropped : most_ended;

    PGconn* conn = link_.get();
    link_.begin();
    const int parameters = static_cast<int>(s.parameters.size());
    const std::string own_text = own_texts_ ? s.sql + " -- " + s.name : std::string();
    const char* text = own_texts_ ? own_text.c_str() : s.sql.c_str();
    // Not in a transaction, whose first statement it would be.
    const bool asks = !told_process_ && !link_.in_transaction();
    const bool sent = PQenterPipelineMode(conn) &&
                      (!asks || PQsendQueryParams(conn, process_question, 0, nullptr, nullptr, nullptr, nullptr, 1)) &&
                      PQsendPrepare(conn, s.name, text, parameters, s.parameters.data()) &&
                      PQsendDescribePrepared(conn, s.name) && PQpipelineSync(conn);
    if (!sent || !send_end_of(statements_, ended, conn)) link_.lose_while_sending(shape.sql);

    result failed, described;
    for (std::size_t syncs = 0; syncs < 1 + ended;) {
        auto r = link_.next_of_pipeline(shape.sql);
        if (!r) break;
        if (PQresultStatus(r.get()) == PGRES_PIPELINE_SYNC) ++syncs;
        else if (syncs == 0 && !failed) {
            if (PQresultStatus(r.get()) == PGRES_COMMAND_OK) described = std::move(r);  // the second one stays
            else if (PQresultStatus(r.get()) == PGRES_TUPLES_OK) note_process(r);
            else failed = std::move(r);
        }
    }
    const bool over = PQstatus(conn) == CONNECTION_OK && PQexitPipelineMode(conn);
    if (failed) fail(failed, shape.sql, &shape);
    if (!over) link_.lose("pgmodel: the connection to the server was lost", shape.sql);
    return described;
}

template <class>
void statement_runner::note_process(const result& answer) {
    told_process_ = answer.rows() == 1;
    pooled_ = told_process_ && answer.value(0, 0).read<std::int32_t>() != PQbackendPID(link_.get());
    if (pooled_) statements_.compare_each();
}

/// Once per model: a round trip, and the names of its types.
template <class>
void statement_runner::check_table(const field_finder& fields) {
    const table_description table(*fields.model);
    const auto shape = table.shape(fields);
    const auto hash = shape.hash ^ hash_types(shape);
    if (checked_models_.holds(hash)) return;
    describe_table(table, shape);
    checked_models_.add(hash, fields);
}

template <class>
void statement_runner::compare_table(const field_finder& fields) {
    struct unknown_types {
        growing_array<named_type>& types;
        growing_array<named_type> known;

        explicit unknown_types(growing_array<named_type>& all) : types(all), known(std::move(all)) {}
        ~unknown_types() { types = std::move(known); }
    } anew(types_);
    const table_description table(*fields.model);
    const auto shape = table.shape(fields);
    for (const auto& column : table.columns)
        if (column.type.id == 0) resolve(column.type);
    describe_table(table, shape);
}

template <class>
void statement_runner::describe_table(const table_description& table, const statement_shape& shape) {
    prepared_statement unnamed{};
    unnamed.sql = table.sql;
    const auto described = prepare_on_server(shape, unnamed);
    compare_columns(described, shape, unnamed);
    if (auto problem = check_scales(described, table); problem.found) throw_mismatch(std::move(problem), shape.sql);
}

template <class>
void statement_runner::throw_mismatch(column_problem problem, std::string_view sql) {
    std::string table;
    if (problem.sentence.empty()) {
        std::string found = "another type";
        if (!link_.transaction_failed()) {
            const auto type = std::to_string(problem.type), modifier = std::to_string(problem.modifier),
                       source = std::to_string(problem.table);
            const char* texts[] = {type.c_str(), modifier.c_str(), source.c_str()};
            const auto names = ask("select pg_catalog.format_type($1::oid, $2::int4), "
                                   "(select relname::text from pg_catalog.pg_class where oid = $3::oid)",
                                   3, texts);
            found = names.value(0, 0).rest();
            table = names.value(0, 1).rest();
        }
        problem.sentence = "column \"" + problem.column + "\" is " + found + " in the database, but " +
                           std::string(problem.expected->type.name) + " is expected";
        if (!problem.expected->cpp_type.empty())
            problem.sentence += " (" + std::string(problem.expected->cpp_type) + ')';
    }
    throw schema_mismatch(
        "pgmodel: " + problem.sentence,
        {.statement = std::string(sql), .table = std::move(table), .column = std::move(problem.column)});
}

}  // namespace pgmodel::detail
