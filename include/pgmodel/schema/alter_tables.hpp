// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The steps for tables and their partitions.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/schema/alter_columns.hpp>
#include <pgmodel/schema/alter_parts.hpp>
#include <pgmodel/schema/calendar_partition.hpp>

#include <string>
#include <utility>
#include <vector>

namespace pgmodel::schema::detail {

template <class = pgmodel::detail::when_used>
void make_schema(alteration& out, const std::string& name) {
    if (name.empty()) return;
    const auto has = [&name](const auto& list) {
        for (const auto& each : list)
            if (each.schema == name) return true;
        return false;
    };
    const database& f = out.found;
    if (has(f.tables) || has(f.enumerations) || has(f.domains) || has(f.composites) || has(f.ranges) ||
        has(f.sequences) || has(f.functions) || has(f.aggregates) || has(f.views))
        return;
    out.at(object_kind::schema_comment, {}, {{}, name});
    out.add(phase::schemas, "create schema if not exists " + quote_identifier(name));
}

/// All but the foreign keys, for which other tables must be there.
template <class = pgmodel::detail::when_used>
void make_table(alteration& out, const table& t) {
    const qualified_name on = name_of(t);
    each_part(t, [&out](const auto& part) { make_schema(out, part.schema); });
    table first = t;
    each_part(first, [](auto& part) {
        part.foreign_keys.clear();
        part.triggers.clear();
        part.rules.clear();
        part.policies.clear();
        part.row_security = part.force_row_security = false;
        part.owner.clear();
    });
    out.at(object_kind::table, {}, on);
    std::vector<std::string> late, freed;
    take_late(first, out.late, late, freed);
    database alone;
    alone.tables.push_back(std::move(first));
    for (auto& sql : create_statements(alone))
        if (!sql.starts_with("create schema ")) out.add(phase::tables, std::move(sql));
    out.add_all(phase::late_parts, late);
    each_part(t, [&out](const auto& part) {
        for (const auto& k : part.foreign_keys) {
            // No rows are there that it would have to look at.
            out.at(object_kind::foreign_key, name_of(part), {{}, k.name});
            out.add(phase_of(out, k), add_foreign_key(table_called(name_of(part)), k));
            out.comment(phase::comments, object_of(name_of(part), k), k.comment, "");
        }
    });
    std::vector<std::string> objects, owners;
    out.at(object_kind::table, {}, on);
    add_table_objects(t, objects);
    add_owners(t, owners);
    out.add_all(phase::triggers, objects);
    out.add_all(phase::owners, owners);
}

/// What calls a function that goes before its table or partition.
template <class Table>
void free_functions(alteration& out, const Table& t) {
    const qualified_name on = name_of(t);
    const auto free = [&](object_kind kind, const auto& parts) {
        for (const auto& part : parts)
            if (calls_late(mentioned_by(part).text, out.early)) {
                out.at(kind, on, {{}, part.name});
                drop_part(out, on, part);
            }
    };
    free(object_kind::check, t.checks);
    free(object_kind::exclusion, t.exclusions);
    free(object_kind::index, t.indexes);
    free(object_kind::statistics, t.extended_statistics);
    for (const auto& c : t.columns)
        if (calls_late(c.default_value, out.early)) {
            out.at(object_kind::column, on, {{}, c.name});
            out.add(phase::freed_functions, alter_column(on.schema, on.name, c) + " drop default");
        }
    for (const auto& p : t.partitions) free_functions(out, p);
}

template <class = pgmodel::detail::when_used>
void drop_tables(alteration& out, const std::vector<const table*>& tables) {
    if (tables.empty()) return;
    std::string names;
    phase when = phase::dropped_tables;
    for (const table* t : tables) {
        names += (names.empty() ? "" : ", ") + qualified(t->schema, t->name);
        if (is_filled_from(out, *t)) when = phase::filled_from;
    }
    out.at(object_kind::table, {}, name_of(*tables.front()));
    out.add(when, "drop table " + names, {hazard::loses_data, hazard::breaks_programs});
}

/// Of a table or a partition.
template <class Table>
void alter_table_settings(alteration& out, const Table& e, const Table& f) {
    const std::string alter = "alter table " + qualified(e.schema, e.name);
    if (e.persistence != f.persistence)
        out.add(phase::settings, alter + (e.persistence == persistence::unlogged ? " set unlogged" : " set logged"),
                {hazard::rewrites_table});
    if (e.access_method != f.access_method)
        out.add(phase::settings,
                alter + " set access method " + (e.access_method.empty() ? "heap" : quote_identifier(e.access_method)),
                {hazard::rewrites_table});
    for (const auto& change : parameter_changes(e.parameters, f.parameters)) out.add(phase::settings, alter + change);
    if (e.tablespace != f.tablespace)
        out.add(phase::settings,
                alter + " set tablespace " + (e.tablespace.empty() ? "pg_default" : quote_identifier(e.tablespace)),
                {hazard::rewrites_table});
    // An index that was made anew is another one.
    const auto index_remade = [&](const std::string& name) {
        if (name.empty()) return false;
        const index* to = named(e.indexes, index{.name = name});
        const index* from = named(f.indexes, index{.name = name});
        return to && from && (!same_properties(*to, *from) || is_in_the_way(out, name_of(f), *from));
    };
    const auto needs = [&](const std::string& name) {
        return name.empty() || !goes_online(out, name_of(e)) ? phase::settings : phase::on_concurrent_parts;
    };
    if (replica_text(e) != replica_text(f) || index_remade(e.replica_index))
        out.add(needs(e.replica_index), set_replica_identity(e));
    if (e.cluster_index != f.cluster_index || index_remade(e.cluster_index))
        out.add(needs(e.cluster_index), set_cluster_index(e));
    if (e.row_security != f.row_security)
        out.add(phase::settings, alter + (e.row_security ? " enable" : " disable") + " row level security");
    if (e.force_row_security != f.force_row_security)
        out.add(phase::settings, alter + (e.force_row_security ? "" : " no") + " force row level security");
    if (!e.owner.empty() && !f.owner.empty() && e.owner != f.owner)
        out.add(phase::owners, set_owner("table", name_of(e), e.owner));
    out.comment(phase::comments, "table " + qualified(e.schema, e.name), e.comment, f.comment);
}

/// Constraints, indexes and what else a table or a partition has of its own, but foreign keys.
template <class Table>
void alter_table_parts(alteration& out, const Table& e, const Table& f) {
    const qualified_name on = name_of(e);
    alter_named(out, object_kind::primary_key, on, key_list(e.primary_key), key_list(f.primary_key));
    alter_named(out, object_kind::unique_key, on, e.unique_keys, f.unique_keys);
    alter_named(out, object_kind::check, on, e.checks, f.checks);
    alter_named(out, object_kind::exclusion, on, e.exclusions, f.exclusions);
    alter_named(out, object_kind::index, on, e.indexes, f.indexes);
    alter_named(out, object_kind::statistics, on, e.extended_statistics, f.extended_statistics);
    alter_named(out, object_kind::trigger, on, e.triggers, f.triggers);
    alter_named(out, object_kind::rule, on, e.rules, f.rules);
    alter_named(out, object_kind::policy, on, e.policies, f.policies);
    out.at(std::is_same_v<Table, table> ? object_kind::table : object_kind::partition, {}, on);
    alter_table_settings(out, e, f);
}

template <class = pgmodel::detail::when_used>
void make_partition(alteration& out, const table& root, const qualified_name& parent, partition p) {
    each_part(p, [&out](const auto& part) { make_schema(out, part.schema); });
    std::vector<std::string> late, freed;
    take_late(p, out.late, late, freed);
    out.at(object_kind::partition, parent, name_of(p));
    std::vector<std::string> made, parts, owners;
    add_partition(parent, p, made, root.persistence);
    // A default partition may hold rows of its range, which the server does not move.
    out.add_all(phase::partitions, made,
                partition_bounds(p) == "default" ? std::vector<hazard>{} : std::vector{hazard::may_fail});
    std::vector<std::string> settings;
    each_part(p, [&](const auto& part) { add_inherited_settings(root.columns, name_of(part), settings); });
    out.add_all(phase::partitions, settings);
    add_partition_parts(p, parts, owners);
    out.add_all(phase::foreign_keys, parts);
    out.add_all(phase::late_parts, late);
    out.add_all(phase::owners, owners);
}

/// Rows to which others refer do not leave a table.
template <class = pgmodel::detail::when_used>
bool is_referred_to(const alteration& out, const table& t) {
    bool found = false;
    for (const auto& other : out.expected.tables)
        each_part(other, [&](const auto& part) {
            for (const auto& k : part.foreign_keys)
                found |= k.referred_table == t.name && k.referred_schema == t.schema;
        });
    return found;
}

/// Of a table or a partition. Those that a service makes ahead by the calendar stay. Of another partition key, for
/// which the server has no ALTER, none is touched: they hold the rows that somebody will move.
template <class Table>
void alter_partitions(alteration& out, const table& root, const Table& e, const Table& f) {
    if (partitioning_text(e.partitioned) != partitioning_text(f.partitioned)) return;
    const qualified_name parent = name_of(e);
    match(
        e.partitions, f.partitions,
        [&](const partition& to, const partition& from) {
            if (partition_bounds(to) != partition_bounds(from)) {
                out.at(object_kind::partition, parent, name_of(to));
                out.add(phase::detached_partitions, detach_partition(parent, name_of(from)));
                out.add(phase::partitions, attach_partition(parent, to), {hazard::scans_table, hazard::may_fail});
            }
            alter_own_columns(out, root, to, from);
            alter_table_parts(out, to, from);
            alter_partitions(out, root, to, from);
        },
        [&](const partition& p, difference_kind side) {
            if (side == difference_kind::missing) return make_partition(out, root, parent, p);
            if (is_by_calendar(parent, e.partitioned, p)) return;
            free_functions(out, p);
            out.at(object_kind::partition, parent, name_of(p));
            // As a part of the table it could not be dropped, whatever its rows.
            if (is_referred_to(out, root))
                out.add(phase::dropped_tables, detach_partition(parent, name_of(p)), {hazard::may_fail});
            out.add(phase::dropped_tables, "drop table " + qualified(p.schema, p.name),
                    {hazard::loses_data, hazard::breaks_programs});
        });
}

template <class Table>
void alter_foreign_keys(alteration& out, const Table& e, const Table& f) {
    alter_named(out, object_kind::foreign_key, name_of(e), e.foreign_keys, f.foreign_keys);
    match(
        e.partitions, f.partitions,
        [&out](const partition& to, const partition& from) { alter_foreign_keys(out, to, from); },
        [](const partition&, difference_kind) {});
}

template <class = pgmodel::detail::when_used>
void alter_tables(alteration& out) {
    const auto each_pair = [&out](const auto& function) {
        for (const auto& e : out.expected.tables)
            if (const table* f = named(out.found.tables, e)) function(e, *f);
    };
    std::vector<const table*> dropped;
    match(
        out.expected.tables, out.found.tables, [](const table&, const table&) {},
        [&](const table& t, difference_kind side) {
            if (side == difference_kind::missing) return make_table(out, t);
            dropped.push_back(&t);
            free_functions(out, t);
            for (const auto& k : t.foreign_keys) {
                out.at(object_kind::foreign_key, name_of(t), {{}, k.name});
                drop_part(out, name_of(t), k);
            }
        });
    drop_tables(out, dropped);
    each_pair([&out](const table& e, const table& f) {
        alter_columns(out, e, f);
        alter_table_parts(out, e, f);
        alter_partitions(out, e, e, f);
    });
    // What they refer to is known to go or to stay by now.
    each_pair([&out](const table& e, const table& f) { alter_foreign_keys(out, e, f); });
}

}  // namespace pgmodel::schema::detail
