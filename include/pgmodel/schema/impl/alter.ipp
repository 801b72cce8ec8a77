// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/schema/alter.hpp>
#include <pgmodel/schema/alter_objects.hpp>
#include <pgmodel/schema/alter_tables.hpp>
#include <pgmodel/schema/alter_types.hpp>
#include <pgmodel/schema/alteration.hpp>
#include <pgmodel/schema/ddl.hpp>

#include <string>
#include <utility>
#include <vector>

namespace pgmodel::schema {
namespace detail {

/// Extensions may be there without any table that uses them.
template <class = pgmodel::detail::when_used>
bool is_empty(const database& db) {
    return db.enumerations.empty() && db.tables.empty() && db.sequences.empty() && db.composites.empty() &&
           db.domains.empty() && db.ranges.empty() && db.functions.empty() && db.aggregates.empty() &&
           db.views.empty() && db.grants.empty();
}
template <class = pgmodel::detail::when_used>
std::vector<step> first_steps(const database& expected) {
    std::vector<step> steps;
    for (auto& sql : create_statements(expected)) steps.emplace_back().sql = std::move(sql);
    return steps;
}

template <class = pgmodel::detail::when_used>
void alter_schemas(alteration& out) {
    const auto say = [&out](const std::string& name, const std::string& to, const std::string& from) {
        out.at(object_kind::schema_comment, {}, {{}, name});
        out.comment(phase::schemas, "schema " + quote_identifier(name), to, from);
    };
    match(
        out.expected.schemas, out.found.schemas,
        [&](const schema_comment& e, const schema_comment& f) { say(e.name, e.comment, f.comment); },
        [&](const schema_comment& s, difference_kind side) {
            if (side == difference_kind::unexpected) return say(s.name, "", s.comment);
            make_schema(out, s.name);
            say(s.name, s.comment, "");
        });
}

template <class = pgmodel::detail::when_used>
void alter(alteration& out) {
    const database &expected = out.expected, &found = out.found;
    const auto each_table = [&](const auto& function) {
        for (const auto& e : expected.tables)
            if (const table* f = named(found.tables, e)) function(e, *f);
    };
    const auto note_remade = [&](const table& e, const table& f) { note_remade_columns(out, e, f); };
    note_rebuilt_types(out);
    each_table([&](const table& e, const table& f) { note_retyped_columns(out, e, f); });
    each_table(note_remade);
    note_remade_objects(out);
    note_called_functions(out);
    each_table(note_remade);
    alter_extensions(out);
    alter_schemas(out);
    alter_types(out);
    alter_sequences(out);
    alter_tables(out);
    alter_objects(out);
    alter_grants(out);
}

}  // namespace detail

PGMODEL_BODY
std::vector<step> alter_statements(const database& expected, const database& found, const alter_options& options) {
    if (detail::is_empty(found)) return detail::first_steps(expected);
    detail::alteration out{expected, found, options};
    detail::alter(out);
    return out.take();
}

}  // namespace pgmodel::schema
