// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The steps for columns that must not be NULL now, and for what rows that are there get in a column.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/schema/alteration.hpp>
#include <pgmodel/schema/names.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pgmodel::schema::detail {

/// Does a default call something, which may give each row another value? `now()` is one value for all, and
/// `(0)::numeric(5,2)` calls nothing.
template <class = pgmodel::detail::when_used>
bool calls_something(std::string_view sql) {
    if (sql == "now()") return false;
    const auto is_word = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '"';
    };
    for (std::size_t at = sql.find('('); at != sql.npos; at = sql.find('(', at + 1)) {
        std::size_t word = at;
        while (word > 0 && (is_word(sql[word - 1]) || sql[word - 1] == ' ')) --word;
        if (word != at && !sql.substr(0, word).ends_with("::")) return true;
    }
    return false;
}

/// Has a table what waits for the end of a transaction, so that it cannot be altered once its rows are changed?
template <class = pgmodel::detail::when_used>
bool has_deferred(const alteration& out, const qualified_name& on) {
    const table* t = named(out.found.tables, table_called(on));
    bool found = false;
    if (t)
        each_part(*t, [&found](const auto& part) {
            for (const auto& k : part.foreign_keys) found |= k.deferred == deferral::initially_deferred;
            for (const auto& each : part.triggers) found |= each.deferred == deferral::initially_deferred;
        });
    return found;
}

/// Must rows that are there be filled by an UPDATE? It can use other columns, which a default cannot; and where
/// programs go on, a default that calls something would have all rows written anew while nobody reads them.
template <class = pgmodel::detail::when_used>
bool is_filled_by_update(const alteration& out, const qualified_name& on, std::string_view value) {
    if (value.empty()) return false;
    if (out.options.online && calls_something(value)) return true;
    const std::string unquoted = without_literals(value);
    if (mentions(unquoted, "select")) return true;  // which no default may hold
    for (const database* db : {&out.expected, &out.found})
        if (const table* t = named(db->tables, table_called(on)))
            for (const auto& c : t->columns)
                if (mentions(unquoted, c.name)) return true;
    return false;
}

/// Is a column filled with what speaks of something?
template <class Speaks>
bool any_filling(const alteration& out, const Speaks& speaks_of_it) {
    for (const auto& f : out.options.filled) {
        const table* t = named(out.expected.tables, table_called(f.table));
        if (t && named(t->columns, column{.name = f.column}) && speaks_of_it(f)) return true;
    }
    return false;
}
/// Is a column or a table that goes of use until others are filled?
template <class = pgmodel::detail::when_used>
bool is_filled_from(const alteration& out, const qualified_name& on, const column& c) {
    return !out.is_remade(on, c.name) && any_filling(out, [&](const filling& f) {
        return (f.table == on || reads(f.value, on)) && mentions(without_literals(f.value), c.name);
    });
}
template <class = pgmodel::detail::when_used>
bool is_filled_from(const alteration& out, const table& t) {
    return any_filling(out, [&](const filling& f) { return reads(f.value, name_of(t)); });
}

/// Is it filled from another table, which may have new columns?
template <class = pgmodel::detail::when_used>
bool is_filled_from_others(const alteration& out, const qualified_name& on, std::string_view value) {
    for (const auto& t : out.expected.tables)
        if (!(name_of(t) == on) && named(out.found.tables, t) && reads(value, name_of(t))) return true;
    return false;
}

/// A primary key is made with all that else goes for a while, so that its columns are filled before.
template <class = pgmodel::detail::when_used>
bool is_of_primary_key(const alteration& out, const qualified_name& on, const column& c) {
    const table* t = named(out.expected.tables, table_called(on));
    for (std::size_t i = 0; t && i < t->primary_key.columns.size(); ++i)
        if (t->primary_key.columns[i] == c.name) return true;
    return false;
}

/// What rows get in a column that is there, and NOT NULL where it must. While programs go on, each statement that takes
/// long has a transaction of its own, in which it does not keep anybody from reading, and the scan under the strong
/// lock is spared by a check that is validated.
template <class = pgmodel::detail::when_used>
void fill_column(alteration& out, const qualified_name& on, const column& c) {
    const std::string alter = alter_column(on.schema, on.name, c), value = out.filled_with(on, c.name);
    const std::string name = quote_identifier(c.name);
    const std::string fill = "update " + qualified(on) + " set " + name + " = " + value + " where " + name + " is null";
    const phase usual = is_filled_from_others(out, on, value) ? phase::filled_columns : phase::columns;
    const bool apart = out.options.online && !value.empty() && !is_of_primary_key(out, on, c);
    if (!value.empty()) {
        out.add(apart ? phase::fills : usual, fill, {hazard::blocks_writes}).apart = apart;
        if (!apart && has_deferred(out, on)) out.add(usual, "set constraints all immediate", {hazard::may_fail});
    }
    if (!c.not_null) return;
    if (!out.options.online) {
        out.add(usual, alter + " set not null", {hazard::scans_table, hazard::may_fail});
        return;
    }
    const table t = table_called(on);
    const check first{
        .name = object_name(on.name, c.name, "not_null"), .condition = name + " is not null", .not_valid = true};
    out.add(apart ? phase::fills : usual, add_check(t, first)).apart = apart;
    if (apart) {
        auto& again = out.add(phase::fills, fill);
        again.apart = true;
        again.about = out.about() + ", of rows that came meanwhile";
    }
    const phase when = apart ? phase::fills : phase::validations;
    out.add(when, validate_constraint(t, first.name), {hazard::may_fail}).apart = true;
    out.add(when, alter + " set not null").apart = true;
    out.add(when, drop_constraint(t, first.name));
}

}  // namespace pgmodel::schema::detail
