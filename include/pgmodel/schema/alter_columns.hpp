// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The steps for the columns of a table and of its partitions.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/schema/alter_filled.hpp>
#include <pgmodel/schema/alter_parts.hpp>
#include <pgmodel/schema/names.hpp>
#include <pgmodel/schema/type_change.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pgmodel::schema::detail {

/// What is said of a column beside its type: of one that is new, or of one that changes.
template <class = pgmodel::detail::when_used>
void alter_column_settings(alteration& out, const qualified_name& on, const column& e, const column& f) {
    const std::string alter = alter_column(on.schema, on.name, e);
    if (e.storage != f.storage)
        out.add(phase::columns, alter + " set storage " + (e.storage.empty() ? usual_storage(e.type) : e.storage));
    if (e.statistics != f.statistics)
        out.add(phase::columns,
                alter + " set statistics " + std::to_string(e.statistics == server_statistics ? -1 : e.statistics));
    for (const auto& change : parameter_changes(e.parameters, f.parameters)) out.add(phase::columns, alter + change);
    out.comment(phase::comments, "column " + qualified(on) + "." + quote_identifier(e.name), e.comment, f.comment);
}

/// The sequence goes on behind the numbers that are there.
template <class = pgmodel::detail::when_used>
void set_sequence(alteration& out, phase when, const qualified_name& on, const column& c) {
    std::string column_name, table_name;
    quote_literal(qualified(on), table_name);
    quote_literal(c.name, column_name);
    const bool down = c.sequence.increment < 0;
    out.add(when, std::string("select pg_catalog.setval(pg_catalog.pg_get_serial_sequence(") + table_name + ", " +
                      column_name + "), " + (down ? "min(" : "max(") + quote_identifier(c.name) + ")) from " +
                      qualified(on) + " having " + (down ? "min(" : "max(") + quote_identifier(c.name) +
                      ") is not null");
}

/// Is the column's type a domain that fills it?
template <class = pgmodel::detail::when_used>
bool has_domain_default(const alteration& out, const column& c) {
    for (const auto& d : out.expected.domains)
        if (!d.default_value.empty() && c.type == qualified(d.schema, d.name)) return true;
    return false;
}

template <class = pgmodel::detail::when_used>
void add_column(alteration& out, const qualified_name& on, const column& c) {
    out.at(object_kind::column, on, {{}, c.name});
    std::vector<hazard> hazards;
    const bool derived = !c.generated.empty() || c.serial || c.identity != identity_kind::none;
    // The rows that are there may have something else than those that come.
    const std::string said = derived ? "" : out.filled_with(on, c.name);
    column first = c;
    if (!said.empty()) first.default_value = said;
    const auto set_default = [&] {
        if (first.default_value == c.default_value) return;
        out.add(calls_late(c.default_value, out.late) ? phase::late_parts : phase::columns,
                alter_column(on.schema, on.name, c) +
                    (c.default_value.empty() ? " drop default" : " set default " + c.default_value));
    };
    if (is_filled_by_update(out, on, said)) {
        // The default of a domain would be in the rows otherwise.
        first.default_value = has_domain_default(out, c) ? "null" : "";
        first.not_null = false;
        out.add(phase::columns, "alter table " + qualified(on) + " add column " + column_text(first));
        set_default();
        fill_column(out, on, c);
        return alter_column_settings(out, on, c, {.name = c.name, .type = c.type});
    }
    // A constant is kept in the catalog for the rows that are there.
    if (derived || calls_something(first.default_value)) hazards.push_back(hazard::rewrites_table);
    if (c.not_null && !derived && first.default_value.empty()) hazards.push_back(hazard::may_fail);
    out.add(phase::columns, "alter table " + qualified(on) + " add column " + column_text(first), std::move(hazards));
    set_default();
    alter_column_settings(out, on, c, {.name = c.name, .type = c.type});
}
template <class = pgmodel::detail::when_used>
void drop_column(alteration& out, const qualified_name& on, const column& c, bool loses) {
    out.at(object_kind::column, on, {{}, c.name});
    // What is derived goes before what it is derived from.
    const phase when = is_filled_from(out, on, c) ? phase::filled_from
                       : c.generated.empty()      ? phase::dropped_columns
                                                  : phase::dropped_defaults;
    out.add(when, "alter table " + qualified(on) + " drop column " + quote_identifier(c.name),
            loses ? std::vector{hazard::loses_data, hazard::breaks_programs} : std::vector<hazard>{});
}

/// Is it derived from columns of which one changes?
template <class = pgmodel::detail::when_used>
bool is_remade(const alteration& out, const qualified_name& on, const column& e, const column& f) {
    if (e.generated.empty()) return false;
    if (e.generated != f.generated || e.type != f.type || !(e.collation == f.collation)) return true;
    return out.is_in_the_way(on, {}, f.generated, true);
}

/// A default that goes before the type does, or before the function that it calls.
template <class = pgmodel::detail::when_used>
bool default_is_in_the_way(const alteration& out, const qualified_name& on, const column& e, const column& f) {
    if (f.default_value.empty() || f.serial || !f.generated.empty()) return false;
    return out.is_retyped(on, e.name) || out.is_in_the_way(on, {}, f.default_value, false);
}

template <class = pgmodel::detail::when_used>
void alter_default(alteration& out, const qualified_name& on, const column& e, const column& f) {
    const std::string alter = alter_column(on.schema, on.name, e);
    const std::string expected = e.serial || !e.generated.empty() ? "" : e.default_value;
    std::string found = f.serial || !f.generated.empty() ? "" : f.default_value;
    if (f.serial && !e.serial) {
        out.add(phase::dropped_defaults, alter + " drop default");
        out.add(phase::dropped_tables, "drop sequence " + qualified(on.schema, own_sequence_of(on.name, f)));
    } else if (!found.empty() && (expected.empty() || default_is_in_the_way(out, on, e, f))) {
        out.add(phase::dropped_defaults, alter + " drop default");
        found.clear();
    }
    if (e.serial && !f.serial) {
        const std::string name = qualified(on.schema, own_sequence_of(on.name, e));
        std::string literal;
        quote_literal(name, literal);
        out.add(phase::columns, "create sequence " + name + " as " + e.type + " owned by " + qualified(on) + "." +
                                    quote_identifier(e.name));
        out.add(phase::columns, alter + " set default nextval(" + literal + "::regclass)");
        set_sequence(out, phase::columns, on, e);
    } else if (expected != found) {
        out.add(calls_late(expected, out.late) ? phase::late_parts : phase::columns,
                alter + " set default " + expected);
    }
}

template <class = pgmodel::detail::when_used>
void alter_identity(alteration& out, const qualified_name& on, const column& e, const column& f) {
    const std::string alter = alter_column(on.schema, on.name, e);
    if (e.identity == identity_kind::none) {
        if (f.identity != identity_kind::none) out.add(phase::dropped_defaults, alter + " drop identity");
        return;
    }
    const std::string words = e.identity == identity_kind::always ? "always" : "by default";
    if (f.identity == identity_kind::none) {
        std::string options = sequence_text(e.sequence, e.type);
        if (!options.empty()) options = " (" + options.substr(1) + ")";
        // Only a column that is NOT NULL already can have one.
        const bool later = out.options.online && !f.not_null;
        const phase when = later ? phase::validations : phase::columns;
        out.add(when, alter + " add generated " + words + " as identity" + options);
        return set_sequence(out, when, on, e);
    }
    if (e.identity != f.identity) out.add(phase::columns, alter + " set generated " + words);
    const auto &to = e.sequence, &from = f.sequence;
    std::string set;
    const auto option = [&set](bool differs, const char* what, std::int64_t value) {
        if (differs) set += std::string(" set ") + what + " " + std::to_string(value);
    };
    option(to.increment != from.increment, "increment by", to.increment);
    option(to.minimum != from.minimum, "minvalue", to.minimum);
    option(to.maximum != from.maximum, "maxvalue", to.maximum);
    option(to.start != from.start, "start with", to.start);
    option(to.cache != from.cache, "cache", to.cache);
    if (to.cycle != from.cycle) set += to.cycle ? " set cycle" : " set no cycle";
    // The server has changed the bounds with the type.
    if (!set.empty()) out.add(phase::columns, alter + set);
}

template <class = pgmodel::detail::when_used>
bool is_of_rebuilt_type(const alteration& out, const column& c) {
    for (const auto& type : out.rebuilt_types)
        if (out.is_called(element_name(c.type), type)) return true;
    return false;
}

/// What a domain is over, whatever stands between.
template <class = pgmodel::detail::when_used>
std::string_view below_domains(const alteration& out, const database& db, std::string_view type) {
    for (std::size_t steps = db.domains.size(); steps > 0; --steps)
        for (const auto& d : db.domains)
            if (out.is_called(type, name_of(d))) {
                type = element_name(d.type);
                break;
            }
    return type;
}

/// What a column's values become, where the server has to be told: SQL.
template <class = pgmodel::detail::when_used>
std::string conversion(const alteration& out, const column& e, const column& f) {
    const std::string name = quote_identifier(e.name);
    const std::string_view to = below_domains(out, out.expected, element_name(e.type));
    const std::string_view from = below_domains(out, out.found, element_name(f.type));
    const auto are = [&](const auto& expected, const auto& found) {
        const auto is = [&out](const auto& types, std::string_view type) {
            for (const auto& each : types)
                if (out.is_called(type, name_of(each))) return true;
            return false;
        };
        return is(expected, to) && is(found, from);
    };
    const auto is_range = [](std::string_view type) {
        return is_among(type, {"int4range", "int8range", "numrange", "tsrange", "tstzrange", "daterange"});
    };
    // Between these the server casts nothing, but they look the same.
    const bool same_text = are(out.expected.enumerations, out.found.enumerations) ||
                           are(out.expected.composites, out.found.composites) ||
                           are(out.expected.ranges, out.found.ranges) || (is_range(from) && is_range(to));
    if (same_text && is_array(e.type) == is_array(f.type))
        return name + (is_array(e.type) ? "::text[]::" : "::text::") + e.type;
    if (is_assigned(f.type, e.type) && !is_of_rebuilt_type(out, e)) return "";
    if (is_array(e.type) && !is_array(f.type) && is_assigned(f.type, element_name(e.type)))
        return "case when " + name + " is not null then array[" + name + "]::" + e.type + " end";
    if (is_array(f.type) && !is_array(e.type) && is_assigned(element_name(f.type), e.type) && !is_text(e.type))
        return name + "[1]";
    return name + "::" + e.type;
}

template <class = pgmodel::detail::when_used>
void alter_type(alteration& out, const qualified_name& on, const column& e, const column& f) {
    if (!out.is_retyped(on, e.name)) return;
    std::string sql = alter_column(on.schema, on.name, e) + " type " + e.type;
    if (!e.collation.empty()) sql += " collate " + qualified(e.collation);
    if (const std::string value = conversion(out, e, f); !value.empty()) sql += " using " + value;
    std::vector<hazard> hazards;
    if (loses_parts(f.type, e.type)) hazards.push_back(hazard::loses_data);
    if (!keeps_rows(f.type, e.type) || !(e.collation == f.collation))
        hazards.insert(hazards.end(), {hazard::rewrites_table, hazard::breaks_programs});
    if (!keeps_rows(f.type, e.type) && !holds_all(f.type, e.type)) hazards.insert(hazards.end() - 1, hazard::may_fail);
    out.add(phase::types_of_columns, std::move(sql), std::move(hazards));
    if (e.serial && f.serial)
        out.add(phase::columns,
                "alter sequence " + qualified(on.schema, own_sequence_of(on.name, e)) + " as " + e.type);
}

template <class = pgmodel::detail::when_used>
void alter_column(alteration& out, const qualified_name& on, const column& e, const column& f) {
    if (out.is_remade(on, e.name)) {
        drop_column(out, on, f, f.generated.empty());
        return add_column(out, on, e);
    }
    out.at(object_kind::column, on, {{}, e.name});
    if (e.generated.empty() && !f.generated.empty())
        out.add(phase::dropped_defaults, alter_column(on.schema, on.name, e) + " drop expression");
    alter_type(out, on, e, f);
    if (!e.not_null && f.not_null) out.add(phase::columns, alter_column(on.schema, on.name, e) + " drop not null");
    if (e.not_null && !f.not_null) fill_column(out, on, e);
    alter_identity(out, on, e, f);
    alter_default(out, on, e, f);
    // With another type it is stored as that type is.
    column before = f;
    if (out.is_retyped(on, e.name)) before.storage = before.compression = "";
    if (e.compression != before.compression)
        out.add(phase::columns, alter_column(on.schema, on.name, e) + " set compression " +
                                    (e.compression.empty() ? "default" : quote_identifier(e.compression)));
    alter_column_settings(out, on, e, before);
}

/// Calls a function with each column that stays, as it will be and as it was.
template <class Function>
void each_kept_column(const table& e, const table& f, const Function& function) {
    for (const auto& c : e.columns)
        if (const column* before = named(f.columns, c)) function(c, *before);
}
/// Before anything else: the columns whose type changes.
template <class = pgmodel::detail::when_used>
void note_retyped_columns(alteration& out, const table& e, const table& f) {
    each_kept_column(e, f, [&](const column& c, const column& before) {
        if (!c.generated.empty()) return;
        if (c.type != before.type || !(c.collation == before.collation) || is_of_rebuilt_type(out, c))
            out.retyped.push_back({name_of(e), c.name});
    });
}
/// Then those that are made anew since what they are derived from changes.
template <class = pgmodel::detail::when_used>
void note_remade_columns(alteration& out, const table& e, const table& f) {
    each_kept_column(e, f, [&](const column& c, const column& before) {
        if (out.is_remade(name_of(e), c.name)) return;
        if (is_remade(out, name_of(e), c, before) || (!c.generated.empty() && is_of_rebuilt_type(out, c)))
            out.remade.push_back({name_of(e), c.name});
    });
}

template <class = pgmodel::detail::when_used>
void alter_columns(alteration& out, const table& e, const table& f) {
    const qualified_name on = name_of(e);
    match(
        e.columns, f.columns, [&](const column& c, const column& before) { alter_column(out, on, c, before); },
        [&](const column& c, difference_kind side) {
            if (side == difference_kind::missing) add_column(out, on, c);
            else drop_column(out, on, c, c.generated.empty());
        });
}

/// What a column of a partition has of its own.
template <class = pgmodel::detail::when_used>
void alter_own_columns(alteration& out, const table& root, const partition& e, const partition& f) {
    const qualified_name on = name_of(e);
    const auto alter = [&](const column& to, const column& from) {
        const column* of_table = named(root.columns, to);
        if (!of_table) return;
        out.at(object_kind::column, on, {{}, to.name});
        const std::string sql = alter_column(on.schema, on.name, to);
        if (to.default_value != from.default_value) {
            const std::string& value = to.default_value.empty() ? of_table->default_value : to.default_value;
            out.add(calls_late(value, out.late) ? phase::late_parts : phase::columns,
                    value.empty() || value == "null" ? sql + " drop default" : sql + " set default " + value);
        }
        if (to.compression != from.compression)
            out.add(phase::columns,
                    sql + " set compression " +
                        (to.compression.empty() || to.compression == "default" ? "default"
                                                                               : quote_identifier(to.compression)));
        column wanted = to;
        wanted.type = of_table->type;
        if (wanted.storage.empty()) wanted.storage = of_table->storage;
        column before = from;
        if (before.storage.empty()) before.storage = of_table->storage;
        if (to.statistics != from.statistics && to.statistics == -1) wanted.statistics = of_table->statistics;
        alter_column_settings(out, on, wanted, before);
    };
    match(e.columns, f.columns, alter, [&](const column& c, difference_kind side) {
        const column like_table{.name = c.name};
        if (side == difference_kind::missing) alter(c, like_table);
        else alter(like_table, c);
    });
}

}  // namespace pgmodel::schema::detail
