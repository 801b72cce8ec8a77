// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// create_all and drop_all.
#pragma once

#include <pgmodel/schema/ddl.hpp>
#include <pgmodel/session/run.hpp>

#include <string>
#include <tuple>
#include <vector>

namespace pgmodel::detail {

/// Runs the statements in a transaction of their own, or as part of the open one.
inline void run_all(channel& c, const std::vector<std::string>& statements) {
    for (const auto& statement : statements) c.script(statement.c_str());
}

template <class Body>
void in_own_transaction(channel& c, Body body) {
    if (c.in_transaction()) return body();
    c.control("begin");
    try {
        body();
        c.control("commit");
    } catch (...) {
        if (c.open() && c.in_transaction()) {
            try {
                c.control("rollback");
            } catch (const error&) {
                // The first error is the one to tell.
            }
        }
        throw;
    }
}

/// Asks the catalog which of these names are there: one row for each that is.
inline std::vector<char> present(channel& c, const char* sql, const std::vector<std::string>& names) {
    std::vector<char> found(names.size());
    const auto answer = run_raw<value_columns<std::int64_t>>(c, raw_sql(sql), names);
    for (std::int64_t place : read_all<row_reader<std::int64_t>>(answer)) found[static_cast<std::size_t>(place - 1)] = 1;
    return found;
}

/// Until the end of the transaction, all others who make or remove what models describe wait.
inline void lock_schema(channel& c) {
    // Any number will do, so long as every program takes the same one.
    run_raw<no_columns>(c, raw_sql("select pg_advisory_xact_lock($1)"), std::int64_t{0x70676d6f64656c});
}

constexpr const char* present_relations = "select n from unnest($1) with ordinality as t (name, n) where to_regclass(name) is not null";

/// The statements for partitions that are missing of a table that is there.
inline void add_missing_partitions(channel& c, const schema::qualified_name& parent, const std::vector<schema::partition>& parts,
                                   std::vector<std::string>& statements) {
    std::vector<std::string> names;
    for (const auto& p : parts) names.push_back(schema::detail::qualified(p.schema, p.name));
    const auto found = names.empty() ? std::vector<char>{} : present(c, present_relations, names);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (found[i]) add_missing_partitions(c, {parts[i].schema, parts[i].name}, parts[i].partitions, statements);
        else schema::add_partition(parent, parts[i], statements);
    }
}

/// Makes what is missing of a database: types, sequences, tables whole, with their indexes, and partitions.
inline void create_missing(channel& c, schema::database db) {
    in_own_transaction(c, [&] {
        lock_schema(c);
        std::vector<std::string> names;
        for (const auto& e : db.enumerations) names.push_back(schema::detail::qualified(e.schema, e.name));
        for (const auto& type : db.composites) names.push_back(schema::detail::qualified(type.schema, type.name));
        for (const auto& type : db.domains) names.push_back(schema::detail::qualified(type.schema, type.name));
        auto found = present(c, "select n from unnest($1) with ordinality as t (name, n) where to_regtype(name) is not null", names);
        std::vector<schema::enumeration> types;
        std::vector<schema::composite> composites;
        for (std::size_t i = 0; i < db.enumerations.size(); ++i)
            if (!found[i]) types.push_back(std::move(db.enumerations[i]));
        for (std::size_t i = 0; i < db.composites.size(); ++i)
            if (!found[i + db.enumerations.size()]) composites.push_back(std::move(db.composites[i]));

        std::vector<schema::domain> domains;
        for (std::size_t i = 0; i < db.domains.size(); ++i)
            if (!found[i + db.enumerations.size() + db.composites.size()]) domains.push_back(std::move(db.domains[i]));

        names.clear();
        for (const auto& t : db.tables) names.push_back(schema::detail::qualified(t.schema, t.name));
        for (const auto& s : db.sequences) names.push_back(schema::detail::qualified(s.schema, s.name));
        found = present(c, present_relations, names);
        std::vector<std::string> partitions;
        std::vector<schema::table> tables;
        for (std::size_t i = 0; i < db.tables.size(); ++i)
            if (!found[i]) tables.push_back(std::move(db.tables[i]));
            else add_missing_partitions(c, {db.tables[i].schema, db.tables[i].name}, db.tables[i].partitions, partitions);
        std::vector<schema::sequence> sequences;
        for (std::size_t i = 0; i < db.sequences.size(); ++i)
            if (!found[i + db.tables.size()]) sequences.push_back(std::move(db.sequences[i]));
        run_all(c, schema::create_statements({.enumerations = std::move(types),
                                              .tables = std::move(tables),
                                              .sequences = std::move(sequences),
                                              .composites = std::move(composites),
                                              .domains = std::move(domains)}));
        run_all(c, partitions);
    });
}

inline void drop_present(channel& c, const schema::database& db) {
    in_own_transaction(c, [&] { run_all(c, schema::drop_statements(db)); });
}

}  // namespace pgmodel::detail
