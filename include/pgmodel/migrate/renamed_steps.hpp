// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Renaming as statements, and what comes of it.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/migrate/rename.hpp>
#include <pgmodel/migrate/scratch_place.hpp>
#include <pgmodel/schema/ddl.hpp>
#include <pgmodel/schema/step.hpp>
#include <pgmodel/session/transaction.hpp>

#include <algorithm>
#include <string>
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

template <class = pgmodel::detail::when_used>
std::vector<schema::step> renamed_steps(const std::vector<renaming>& renamed) {
    std::vector<schema::step> steps;
    for (const auto& r : renamed) {
        auto& step = steps.emplace_back();
        step.sql = rename_text(r);
        step.about = about_renaming(r);
        step.hazards = {schema::hazard::breaks_programs};
    }
    return steps;
}

/// The way back.
template <class = pgmodel::detail::when_used>
std::vector<renaming> reversed(std::vector<renaming> renamed) {
    for (auto& r : renamed) {
        std::swap(r.from, r.to);
        if (r.kind == schema::object_kind::table || r.kind == schema::object_kind::composite) r.of.name = r.from;
    }
    std::reverse(renamed.begin(), renamed.end());
    return renamed;
}

/// What the database would be with these names: the server follows them through all expressions.
template <class = pgmodel::detail::when_used>
schema::database after_renaming(connection& db, const schema::database& found, const std::vector<renaming>& renamed) {
    scoped_transaction undone{db};
    scratch_place scratch{undone};
    schema::database like = found;
    like.extensions.clear();
    const schema::database moved = scratch.moved(like);
    scratch.begin();
    for (const auto& statement : schema::create_statements(moved)) undone.execute_script(statement);
    for (renaming r : renamed) {
        const std::string said = rename_text(r);
        r.of.schema = scratch.called_here(r.of.schema);
        try {
            undone.execute_script(rename_text(r));
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
