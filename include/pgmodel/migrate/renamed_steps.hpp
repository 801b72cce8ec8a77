// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Renaming as statements, and what comes of it.
#pragma once

#include <pgmodel/core/quote_literal.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/migrate/rename.hpp>
#include <pgmodel/migrate/scratch_place.hpp>
#include <pgmodel/schema/alteration.hpp>
#include <pgmodel/schema/ddl.hpp>
#include <pgmodel/schema/step.hpp>
#include <pgmodel/session/transaction.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pgmodel::migrate::detail {

template <class = pgmodel::detail::when_used>
std::string rename_text(const renaming& r) {
    using schema::detail::qualified;
    switch (r.kind) {
        case schema::object_kind::column:
            return "alter table " + qualified(r.of) + " rename column " + quote_identifier(r.from) + " to " +
                   quote_identifier(r.to);
        case schema::object_kind::enumeration: {
            std::string sql = "alter type " + qualified(r.of) + " rename value ";
            quote_literal(r.from, sql);
            quote_literal(r.to, sql += " to ");
            return sql;
        }
        case schema::object_kind::composite:
            return "alter type " + qualified(r.of) + " rename to " + quote_identifier(r.to);
        default: return "alter table " + qualified(r.of) + " rename to " + quote_identifier(r.to);
    }
}

template <class = pgmodel::detail::when_used>
std::string about_renaming(const renaming& r) {
    if (r.kind == schema::object_kind::column)
        return schema::subject_of({.object = r.kind, .table = r.of, .name = {{}, r.from}});
    std::string type = "type " + schema::detail::qualified(r.of);
    if (r.kind == schema::object_kind::composite) return type;
    if (r.kind == schema::object_kind::enumeration) return "label " + r.from + " of " + type;
    return schema::subject_of({.object = r.kind, .name = r.of});
}

/// A renaming, and the period of the partitions that `maintain_partitions` makes of a table.
struct planned_renaming {
    renaming what{};
    partition_period period = partition_period::none;
    bool needs_no_schema = false;  ///< its schema is the first of the search path, so the server leaves it out
};

/// Only the models know which partitions are those of the calendar.
template <class = pgmodel::detail::when_used>
std::vector<planned_renaming> with_periods(const std::vector<renaming>& renamed, const schema::database& expected,
                                           const std::string& current) {
    std::vector<planned_renaming> made;
    for (std::size_t i = 0; i < renamed.size(); ++i) {
        auto& planned = made.emplace_back(planned_renaming{renamed[i]});
        planned.needs_no_schema = planned.what.of.schema.empty() || planned.what.of.schema == current;
        if (planned.what.kind != schema::object_kind::table) continue;
        schema::qualified_name last{planned.what.of.schema, planned.what.to};
        for (std::size_t later = i + 1; later < renamed.size(); ++later)
            if (renamed[later].kind == schema::object_kind::table && renamed[later].of == last)
                last.name = renamed[later].to;
        if (last.schema == current) last.schema.clear();
        if (const auto* t = schema::detail::named(expected.tables, schema::detail::table_called(last)))
            planned.period = t->partitioned.period;
        const std::size_t behind = planned.period == partition_period::none   ? 0
                                   : planned.period == partition_period::year ? 6
                                   : planned.period == partition_period::day  ? 12
                                                                              : 9;
        if (behind != 0 && planned.what.to.size() + behind > schema::detail::longest_name)
            throw usage_error("pgmodel: a table with partitions by the calendar cannot be called " +
                              quote_identifier(planned.what.to) + ": their names would have more than 63 bytes");
    }
    return made;
}

/// Which partitions there are is another matter in each database, so the server looks for them when it runs.
template <class = pgmodel::detail::when_used>
std::string rename_partitions_text(const planned_renaming& planned) {
    const renaming& r = planned.what;
    const auto quoted = [](std::string_view text) {
        std::string out;
        quote_literal(text, out);
        return out;
    };
    const std::string table = quoted(schema::detail::qualified(r.of.schema, r.to)) + "::regclass";
    std::string suffix = "_y[0-9]{4}";
    if (planned.period == partition_period::week) suffix += "w[0-9]{2}";
    else if (planned.period != partition_period::year) suffix += "m[0-9]{2}";
    if (planned.period == partition_period::day) suffix += "d[0-9]{2}";
    return "do " +
           quoted(
               "declare part record; begin for part in select c.oid::regclass as found, c.relname from pg_class as c "
               "join pg_inherits on inhrelid = c.oid where inhparent = " +
               table + " and starts_with(c.relname, " + quoted(r.from) + ") and substr(c.relname, length(" +
               quoted(r.from) + ") + 1) ~ '^" + suffix +
               "$' loop execute format('alter table %s rename to %I', part.found, " + quoted(r.to) +
               " || substr(part.relname, length(" + quoted(r.from) + ") + 1)); end loop; end");
}

template <class = pgmodel::detail::when_used>
std::vector<schema::step> renamed_steps(const std::vector<planned_renaming>& renamed) {
    std::vector<schema::step> steps;
    for (const auto& r : renamed) {
        auto& step = steps.emplace_back();
        step.sql = rename_text(r.what);
        step.about = about_renaming(r.what);
        step.hazards = {schema::hazard::breaks_programs};
        if (r.period == partition_period::none) continue;
        const std::string about = step.about;
        steps.push_back({.sql = rename_partitions_text(r), .about = about});
    }
    return steps;
}

/// The way back.
template <class = pgmodel::detail::when_used>
std::vector<planned_renaming> reversed(std::vector<planned_renaming> renamed) {
    for (auto& planned : renamed) {
        renaming& r = planned.what;
        std::swap(r.from, r.to);
        if (r.kind == schema::object_kind::table || r.kind == schema::object_kind::composite) r.of.name = r.from;
    }
    std::reverse(renamed.begin(), renamed.end());
    return renamed;
}

/// A type as it was called before, which is how the database has it.
template <class = pgmodel::detail::when_used>
void name_before(std::string& type, const std::vector<planned_renaming>& renamed) {
    for (std::size_t i = renamed.size(); i-- > 0;) {
        const renaming& r = renamed[i].what;
        if (r.kind != schema::object_kind::table && r.kind != schema::object_kind::composite) continue;
        const auto replace = [&](const std::string& schema) {
            replace_name(type, schema::detail::qualified(schema, r.to), schema::detail::qualified(schema, r.from));
        };
        if (!r.of.schema.empty()) replace(r.of.schema);
        if (renamed[i].needs_no_schema) replace({});
    }
}
/// A function or aggregate with the types that it had before.
template <class Function>
Function before_renaming(Function f, const std::vector<planned_renaming>& renamed) {
    for (auto& a : f.arguments) name_before(a.type, renamed);
    if constexpr (requires { f.returns; }) name_before(f.returns, renamed);
    return f;
}

/// What the database would be with these names: the server follows them through all expressions.
template <class = pgmodel::detail::when_used>
schema::database after_renaming(connection& db, const schema::database& found,
                                const std::vector<planned_renaming>& renamed) {
    scoped_transaction undone{db};
    scratch_place scratch{undone};
    schema::database like = found;
    like.extensions.clear();
    const schema::database moved = scratch.moved(like);
    scratch.begin();
    for (const auto& statement : schema::create_statements(moved)) undone.execute_script(statement);
    for (planned_renaming planned : renamed) {
        renaming& r = planned.what;
        const std::string said = rename_text(r);
        r.of.schema = scratch.called_here(r.of.schema);
        try {
            undone.execute_script(rename_text(r));
            if (planned.period != partition_period::none) undone.execute_script(rename_partitions_text(planned));
        } catch (const server_error&) {
            throw usage_error("pgmodel: what is renamed is not there, or the new name is taken: " + said);
        }
        for (auto& t : like.tables) {
            if (r.kind == schema::object_kind::table && schema::detail::name_of(t).name == r.from) t.name = r.to;
        }
    }
    schema::database after = scratch.read(like);
    after.extensions = found.extensions;
    after.schemas = found.schemas;
    return after;
}

}  // namespace pgmodel::migrate::detail
