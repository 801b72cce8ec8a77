// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/schema/ddl.hpp>
#include <pgmodel/schema/describe_parts.hpp>
#include <pgmodel/session/channel.hpp>
#include <pgmodel/session/create.hpp>
#include <pgmodel/session/run.hpp>
#include <pgmodel/session/server_failure.hpp>

#include <string>
#include <tuple>
#include <vector>

namespace pgmodel::detail {

/// Runs the statements in a transaction of their own, or as part of the open one.
template <class = when_used>
void run_all(channel& c, const std::vector<std::string>& statements) {
    for (const auto& statement : statements) c.script(statement.c_str());
}

template <class Body>
void in_own_transaction(channel& c, Body body) {
    if (c.in_transaction()) return body();
    // Who has waited for the lock must see what the other has made meanwhile.
    c.control("begin isolation level read committed");
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

/// Until the end of the transaction, all others who make or remove what models describe wait.
template <class = when_used>
void lock_schema(channel& c) {
    // Any number will do, so long as every program takes the same one.
    run_raw<no_columns>(c, raw_sql("select pg_advisory_xact_lock($1)"), std::int64_t{0x70676d6f64656c});
}

/// Objects of a database, and which of them are there.
template <class = when_used>
class object_search {
public:
    explicit object_search(channel& c) : channel_(c) {}

    /// An object of no schema is looked for where it would be made: in the first schema of the search path.
    void want(char kind, const std::string& schema, const std::string& name,
              const schema::many<schema::argument>& arguments = {}) {
        if (schema.empty()) kind = static_cast<char>(kind - 'a' + 'A');
        add(kind, schema::detail::qualified(schema, name), arguments);
    }
    /// What is in no schema, and temporary tables.
    void add(char kind, const std::string& name, const schema::many<schema::argument>& arguments = {}) {
        std::string types;
        for (const auto& a : arguments)
            if (schema::detail::is_passed(a)) types += (types.empty() ? "" : "\x1f") + a.type;
        kinds_.emplace_back(1, kind);
        names_.push_back(name);
        types_.push_back(std::move(types));
    }
    template <class Value>
    void want_all(char kind, const schema::many<Value>& all) {
        for (const auto& each : all) {
            if constexpr (requires { each.arguments; }) want(kind, each.schema, each.name, each.arguments);
            else want(kind, each.schema, each.name);
        }
    }
    void look() {
        found_.assign(names_.size(), 0);
        const auto answer = run_raw<value_columns<std::int64_t>>(
            channel_,
            raw_sql("select n from unnest($1, $2, $3) with ordinality as t (kind, given, types, n), lateral (select "
                    "case when kind = lower(kind) then given else quote_ident(current_schema()) || '.' || given end) "
                    "as w (name) where case lower(kind) when 't' then to_regtype(name) is not null "
                    "when 'e' then exists (select from pg_extension where quote_ident(extname) = name) "
                    "when 's' then to_regnamespace(name) is not null "
                    "when 'f' then exists (select from pg_proc as p join pg_namespace as s on s.oid = pronamespace "
                    "where name = quote_ident(nspname) || '.' || quote_ident(proname) and "
                    "array(select a from unnest(proargtypes) as a) = "
                    "array(select to_regtype(x)::oid from string_to_array(types, chr(31)) as l, unnest(l) as x)) "
                    "else to_regclass(name) is not null end"),
            kinds_, names_, types_);
        for (std::int64_t place : read_all<row_reader<std::int64_t>>(answer))
            found_[static_cast<std::size_t>(place - 1)] = 1;
    }
    bool all_found() const {
        for (const char found : found_)
            if (!found) return false;
        return true;
    }
    /// In the order in which they were wanted.
    bool next() { return found_[at_++] != 0; }
    /// Removes those that are there.
    template <class Value>
    void keep_missing(schema::many<Value>& all) {
        schema::many<Value> missing;
        for (auto& each : all)
            if (!next()) missing.push_back(std::move(each));
        all = std::move(missing);
    }

private:
    channel& channel_;
    std::vector<std::string> kinds_{};
    std::vector<std::string> names_{};
    std::vector<std::string> types_{};
    std::string found_{};
    std::size_t at_ = 0;
};

template <class = when_used>
void want_table(object_search<>& search, const std::string& schema, const std::string& name, persistence kept,
                const schema::many<schema::partition>& parts) {
    if (kept == persistence::temporary) search.add('r', schema::detail::qualified(schema, name));
    else search.want('r', schema, name);
    for (const auto& p : parts) want_table(search, p.schema, p.name, kept, p.partitions);
}
/// What is to be done for partitions that are missing of tables that are there.
struct late_partitions {
    std::vector<std::string> statements{};
    std::vector<std::string> owners{};  ///< who gives a table away can say nothing more of it
    schema::many<schema::qualified_name> made{};
};
/// The statistics targets of a partition's columns.
template <class = when_used>
schema::many<schema::column> columns_of_partition(schema::many<schema::column> columns, const schema::partition& p) {
    for (const auto& own : p.columns)
        if (own.statistics != -1) schema::detail::column_called(columns, own.name).statistics = own.statistics;
    return columns;
}
/// The statements for partitions that are missing of a table that is there; one that is not is made with all of its
/// own.
template <class = when_used>
void add_missing_partitions(object_search<>& search, bool is_there, const schema::qualified_name& parent,
                            const schema::many<schema::partition>& parts, persistence kept,
                            const schema::many<schema::column>& columns, late_partitions& out) {
    for (const auto& p : parts) {
        const bool found = search.next();
        if (is_there && !found) {
            schema::detail::each_part(p, [&out](const schema::partition& each) {
                out.made.push_back({each.schema, each.name});
                if (!each.schema.empty())
                    out.statements.push_back("create schema if not exists " + quote_identifier(each.schema));
            });
            schema::add_partition(parent, p, out.statements, kept);
            schema::add_inherited_settings(columns, {p.schema, p.name}, out.statements);
            schema::add_partition_parts(p, out.statements, out.owners);
        }
        add_missing_partitions(search, is_there && found, {p.schema, p.name}, p.partitions, kept,
                               columns_of_partition(columns, p), out);
    }
}

/// A privilege is given with the object that it is on; what a database has keeps those that it has.
template <class = when_used>
bool is_made(const schema::database& db, const schema::grant& g) {
    for (const auto& t : db.tables)
        if (schema::detail::is_part_of(t, g.object)) return true;
    const auto is = [&g](const auto& all) {
        for (const auto& each : all)
            if (each.name == g.object.name && each.schema == g.object.schema) return true;
        return false;
    };
    // What numbers a column is a sequence as well.
    if (g.target == privilege_target::sequence)
        for (const auto& t : db.tables)
            for (const auto& c : t.columns)
                if (t.schema == g.object.schema && schema::detail::own_sequence_of(t.name, c) == g.object.name)
                    return true;
    return is(db.views) || is(db.sequences) || is(db.functions) || is(db.aggregates) || is(db.enumerations) ||
           is(db.domains) || is(db.composites) || is(db.ranges);
}

/// The columns of a view are those of its query, which the model only says again.
template <class Text = std::string>
void check_view_columns(channel& c, const schema::many<schema::view>& views) {
    using text_row = row_reader<std::tuple<Text, Text, Text>>;
    std::vector<std::string> names, columns, types;
    for (const auto& v : views)
        for (const auto& column : v.columns) {
            names.push_back(schema::detail::qualified(v.schema, v.name));
            columns.push_back(column.name);
            types.push_back(column.type);
        }
    if (names.empty()) return;
    const auto wrong = read_all<text_row>(run_raw<typename text_row::columns>(
        c,
        raw_sql(
            "select name, col, type || coalesce(', but it is ' || format_type(atttypid, atttypmod), ', but there is "
            "none') from unnest($1, $2, $3) as t (name, col, type) left join pg_attribute on attrelid = "
            "to_regclass(name) and attname = col and attnum > 0 where atttypid is distinct from to_regtype(type)::oid "
            "limit 1"),
        names, columns, types));
    for (const auto& [view, column, what] : wrong)
        throw schema_mismatch("pgmodel: column \"" + column + "\" of view " + view + " should be " + what,
                              {.column = column});
}

/// All that can be missing, but privileges.
template <class = when_used>
void want_objects(object_search<>& search, const schema::database& db) {
    search.want_all('t', db.enumerations);
    search.want_all('t', db.composites);
    search.want_all('t', db.domains);
    search.want_all('t', db.ranges);
    search.want_all('r', db.sequences);
    search.want_all('r', db.views);
    search.want_all('f', db.functions);
    search.want_all('f', db.aggregates);
    for (const auto& e : db.extensions) search.add('e', quote_identifier(e.name));
    for (const auto& s : db.schemas) search.add('s', quote_identifier(s.name));
    for (const auto& t : db.tables) want_table(search, t.schema, t.name, t.persistence, t.partitions);
}

/// A foreign key refers to a table that is neither in the database nor in the registry.
template <class = when_used>
void tell_missing_reference(const schema::database& db, const server_error& e) {
    const auto missing = name_in_sentence(e.info().server_message);
    for (const auto& t : db.tables)
        for (const auto& key : t.foreign_keys)
            if (missing == (key.referred_schema.empty() ? "" : key.referred_schema + ".") + key.referred_table)
                throw server_error("pgmodel: table \"" + t.name + "\" refers to table \"" + std::string(missing) +
                                       "\", which is not in the database; add its model to the registry [42P01]",
                                   e.info());
}

PGMODEL_BODY
void create_missing(channel& c, schema::database db) {
    in_own_transaction(c, [&] {
        lock_schema(c);
        object_search<> search(c);
        want_objects(search, db);
        for (const auto& g : db.grants) search.add('s', quote_identifier(g.object.name));
        search.look();
        search.keep_missing(db.enumerations);
        search.keep_missing(db.composites);
        search.keep_missing(db.domains);
        search.keep_missing(db.ranges);
        search.keep_missing(db.sequences);
        search.keep_missing(db.views);
        search.keep_missing(db.functions);
        search.keep_missing(db.aggregates);
        search.keep_missing(db.extensions);
        search.keep_missing(db.schemas);
        late_partitions late;
        schema::many<schema::table> tables;
        for (auto& t : db.tables) {
            const bool found = search.next();
            add_missing_partitions(search, found, {t.schema, t.name}, t.partitions, t.persistence, t.columns, late);
            if (!found) tables.push_back(std::move(t));
        }
        db.tables = std::move(tables);
        schema::many<schema::grant> grants;
        for (auto& g : db.grants)
            if (!search.next() || g.target != privilege_target::schema) grants.push_back(std::move(g));
        db.grants.clear();
        for (auto& g : grants) {
            if (g.target == privilege_target::schema || is_made(db, g)) db.grants.push_back(std::move(g));
            else
                for (const auto& name : late.made)
                    if (name == g.object) late.statements.push_back(schema::grant_text(g));
        }
        try {
            run_all(c, schema::create_statements(db));
        } catch (const server_error& e) {
            if (e.sqlstate() == "42P01") tell_missing_reference(db, e);
            throw;
        }
        run_all(c, late.statements);
        run_all(c, late.owners);
        check_view_columns(c, db.views);
    });
}

PGMODEL_BODY
void drop_present(channel& c, const schema::database& db) {
    in_own_transaction(c, [&] { run_all(c, schema::drop_statements(db)); });
}

}  // namespace pgmodel::detail
