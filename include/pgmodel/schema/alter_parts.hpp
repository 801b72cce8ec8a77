// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The steps for what belongs to a table and has a name: constraints, indexes, statistics, triggers, rules, policies.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/schema/alteration.hpp>
#include <pgmodel/schema/index_text.hpp>
#include <pgmodel/schema/mentioned.hpp>
#include <pgmodel/schema/part_names.hpp>

#include <string>
#include <utility>
#include <vector>

namespace pgmodel::schema::detail {

template <class Value>
bool is_in_the_way(const alteration& out, const qualified_name& on, const Value& f);

template <class Value>
phase drop_phase(const Value&) {
    return std::is_same_v<Value, foreign_key> ? phase::dropped_foreign_keys
           : is_table_object<Value>           ? phase::dropped_objects
                                              : phase::dropped_parts;
}
template <class = pgmodel::detail::when_used>
bool is_partitioned(const alteration& out, const qualified_name& name) {
    const table* t = named(out.found.tables, table_called(name));
    return t && t->partitioned.strategy != partition_strategy::none;
}
/// Can indexes of this table be made and dropped while programs go on?
inline bool goes_online(const alteration& out, const qualified_name& name) {
    return out.options.online && named(out.found.tables, table_called(name)) && !is_partitioned(out, name);
}
inline bool is_dropped_online(const alteration& out, const qualified_name& on, const index& i) {
    return !i.unique && goes_online(out, on);  // foreign keys may stand on a unique one
}
template <class Value>
bool is_dropped_online(const alteration&, const qualified_name&, const Value&) {
    return false;
}

template <class Value>
void drop_part(alteration& out, const qualified_name& on, const Value& v) {
    const bool frees = !is_table_object<Value> && calls_late(mentioned_by(v).text, out.early);
    const phase when = frees ? phase::freed_functions : drop_phase(v);
    if constexpr (is_constraint<Value>) {
        out.add(when, drop_constraint(table_called(on), v.name));
    } else if (is_dropped_online(out, on, v)) {
        out.add(phase::concurrent_drops, "drop index concurrently " + qualified(on.schema, v.name)).alone = true;
    } else {
        out.add(when, "drop " + object_of(on, v));
    }
}

template <class = pgmodel::detail::when_used>
std::vector<std::string> columns_of(const index& i) {
    std::vector<std::string> columns;
    for (const auto& k : i.keys) columns.push_back(k.column);
    return columns;
}

// ---- made

/// Is it made of an index that is built concurrently? One that is made anew is never away.
template <class Value>
bool is_built_online(const alteration& out, const qualified_name& on, const Value& v) {
    if constexpr (std::is_same_v<Value, index>) return goes_online(out, on);
    if constexpr (std::is_same_v<Value, key>) {
        const table* f = named(out.found.tables, table_called(on));
        return goes_online(out, on) && !named(f->unique_keys, v);
    }
    return false;
}
template <class = pgmodel::detail::when_used>
void add_part(alteration& out, const qualified_name& on, const key& k, bool primary) {
    const table t = table_called(on);
    if (!primary && is_built_online(out, on, k)) {
        index i{.name = k.name,
                .unique = true,
                .include = k.include,
                .nulls_not_distinct = k.nulls_not_distinct,
                .parameters = k.parameters,
                .tablespace = k.tablespace};
        for (const auto& c : k.columns) i.keys.push_back({.column = c});
        out.add(phase::concurrent_parts, create_index(on, i, index_build::concurrently), {hazard::may_fail}).alone =
            true;
        const std::string name = quote_identifier(k.name);
        out.add(phase::on_concurrent_parts, "alter table " + qualified(on) + " add constraint " + name +
                                                " unique using index " + name + deferral_clause(k.deferred));
        return;
    }
    out.add(phase::parts, primary ? add_primary_key(t, k) : add_unique(t, k),
            {hazard::blocks_writes, hazard::may_fail});
}
inline void add_part(alteration& out, const qualified_name& on, const exclusion& e) {
    out.add(phase::parts, add_exclusion(table_called(on), e), {hazard::blocks_writes, hazard::may_fail});
}
/// An index that is built concurrently comes late, and so does a foreign key that needs it.
template <class = pgmodel::detail::when_used>
phase phase_of(const alteration& out, const foreign_key& k) {
    const table like = table_called({k.referred_schema, k.referred_table});
    const table *e = named(out.expected.tables, like), *f = named(out.found.tables, like);
    if (!e || !f || !goes_online(out, name_of(like))) return phase::foreign_keys;
    for (const auto& u : e->unique_keys)
        if (same_columns(u.columns, k.referred_columns) && is_built_online(out, name_of(like), u))
            return phase::on_concurrent_parts;
    for (const auto& i : e->indexes) {
        const index* before = named(f->indexes, i);
        if (i.unique && same_columns(columns_of(i), k.referred_columns) &&
            (!before || !same_properties(i, *before) || is_in_the_way(out, name_of(like), *before)))
            return phase::on_concurrent_parts;
    }
    return phase::foreign_keys;
}

/// One that is not validated yet is none the less checked of each row that is filled.
template <class = pgmodel::detail::when_used>
phase phase_of(const alteration& out, const qualified_name& on, const check& c) {
    const table* there = named(out.found.tables, table_called(on));
    if (out.options.online && there)
        for (const auto& f : out.options.filled)
            if (f.table == on && mentions(without_literals(c.condition), f.column)) return phase::filled_checks;
    return phase::parts;
}

/// A constraint whose text `text(v)` is: at once, or without a look at the rows and validated later, while programs go
/// on.
template <class Value, class Text>
void add_validated(alteration& out, const qualified_name& on, const Value& v, phase when, bool later, hazard cost,
                   const Text& text) {
    const bool apart = when == phase::filled_checks;
    if (v.not_valid || !later) {
        out.add(when, text(v), v.not_valid ? std::vector<hazard>{} : std::vector<hazard>{cost, hazard::may_fail})
            .apart = apart;
        return;
    }
    Value first = v;
    first.not_valid = true;
    out.add(when, text(first)).apart = apart;
    out.add(phase::validations, validate_constraint(table_called(on), v.name), {hazard::may_fail}).apart = true;
}
/// A foreign key of a partitioned table can be made NOT VALID from PostgreSQL 18 on only.
template <class = pgmodel::detail::when_used>
void add_part(alteration& out, const qualified_name& on, const foreign_key& k) {
    add_validated(out, on, k, phase_of(out, k), out.options.online && !is_partitioned(out, on), hazard::blocks_writes,
                  [&on](const foreign_key& each) { return add_foreign_key(table_called(on), each); });
}
template <class = pgmodel::detail::when_used>
void add_part(alteration& out, const qualified_name& on, const check& c) {
    add_validated(out, on, c, phase_of(out, on, c), out.options.online, hazard::scans_table,
                  [&on](const check& each) { return add_check(table_called(on), each); });
}
/// The index of a partitioned table cannot be made CONCURRENTLY.
template <class = pgmodel::detail::when_used>
void add_part(alteration& out, const qualified_name& on, const index& i) {
    if (!goes_online(out, on)) {
        out.add(phase::parts, create_index(on, i),
                i.unique ? std::vector{hazard::blocks_writes, hazard::may_fail} : std::vector{hazard::blocks_writes});
        return;
    }
    out.add(phase::concurrent_parts, create_index(on, i, index_build::concurrently),
            i.unique ? std::vector{hazard::may_fail} : std::vector<hazard>{})
        .alone = true;
}
template <class = pgmodel::detail::when_used>
void add_part(alteration& out, const qualified_name& on, const statistics& s) {
    out.add(phase::parts, create_statistics(table_called(on), s));
    if (s.target >= 0)
        out.add(phase::parts, "alter " + object_of(on, s) + " set statistics " + std::to_string(s.target));
}
/// A new trigger does not run for the rows that are filled.
template <class = pgmodel::detail::when_used>
phase phase_of(const alteration& out, const qualified_name& on, const trigger& t) {
    const table* there = named(out.found.tables, table_called(on));
    if (out.options.online && there && !named(there->triggers, t))
        for (const auto& f : out.options.filled)
            if (f.table == on) return phase::new_triggers;
    return phase::triggers;
}
template <class = pgmodel::detail::when_used>
void add_part(alteration& out, const qualified_name& on, const trigger& t) {
    const phase when = phase_of(out, on, t);
    out.add(when, create_trigger(on, t)).apart = when == phase::new_triggers;
    if (t.state != trigger_state::enabled) out.add(when, set_trigger_state(on, t));
}
template <class = pgmodel::detail::when_used>
void add_part(alteration& out, const qualified_name& on, const rule& r) {
    out.add(phase::triggers, create_rule(on, r));
    if (r.state != trigger_state::enabled) out.add(phase::triggers, set_rule_state(on, r));
}
inline void add_part(alteration& out, const qualified_name& on, const policy& p) {
    out.add(phase::triggers, create_policy(on, p));
}
template <class Value>
void make_part(alteration& out, object_kind kind, const qualified_name& on, const Value& v) {
    out.at(kind, on, {{}, v.name});
    out.in_late_part = calls_late(mentioned_by(v).text, out.late);
    if constexpr (std::is_same_v<Value, key>) add_part(out, on, v, kind == object_kind::primary_key);
    else add_part(out, on, v);
    out.in_late_part = false;
    phase commented = phase::comments;
    if constexpr (std::is_same_v<Value, trigger>) {
        if (phase_of(out, on, v) == phase::new_triggers) commented = phase::new_triggers;
    } else if constexpr (std::is_same_v<Value, check>) {
        if (phase_of(out, on, v) == phase::filled_checks) commented = phase::filled_checks;
    } else if (kind != object_kind::primary_key && is_built_online(out, on, v)) {
        commented = phase::on_concurrent_parts;
    }
    out.comment(commented, object_of(on, v), v.comment, "");
}

// ---- altered

/// The storage parameters and the tablespace of an index, which that of a constraint has, too.
template <class Value>
void alter_index_settings(alteration& out, const qualified_name& on, const Value& e, const Value& f) {
    const std::string alter = "alter index " + qualified(on.schema, e.name);
    for (const auto& change : parameter_changes(e.parameters, f.parameters)) out.add(phase::settings, alter + change);
    if (e.tablespace != f.tablespace)
        out.add(phase::settings,
                alter + " set tablespace " + (e.tablespace.empty() ? "pg_default" : quote_identifier(e.tablespace)),
                {hazard::blocks_writes});
}
/// Changes what can be changed; false: the part must be made anew.
template <class Value>
bool alter_part(alteration& out, const qualified_name& on, const Value& e, const Value& f,
                const std::vector<std::string>& properties) {
    if constexpr (std::is_same_v<Value, foreign_key>) {
        if (!all_of(properties, {"comment", "deferral", "validity"}) || (e.not_valid && !f.not_valid)) return false;
        if (e.deferred != f.deferred)
            out.add(phase::settings, "alter table " + qualified(on) + " alter constraint " + quote_identifier(e.name) +
                                         " " + deferral_text(e.deferred));
    } else if constexpr (std::is_same_v<Value, check>) {
        if (!all_of(properties, {"comment", "validity"}) || (e.not_valid && !f.not_valid)) return false;
    } else if constexpr (std::is_same_v<Value, statistics>) {
        if (!all_of(properties, {"comment", "statistics target"})) return false;
        if (e.target != f.target)
            out.add(phase::settings, "alter " + object_of(on, e) + " set statistics " + std::to_string(e.target));
    } else if constexpr (std::is_same_v<Value, trigger> || std::is_same_v<Value, rule>) {
        if (!all_of(properties, {"comment", "state"})) return false;
        if constexpr (std::is_same_v<Value, trigger>) {
            if (e.state != f.state) out.add(phase::triggers, set_trigger_state(on, e));
        } else {
            if (e.state != f.state) out.add(phase::triggers, set_rule_state(on, e));
        }
    } else if constexpr (std::is_same_v<Value, policy>) {
        if (!all_of(properties, {"comment"})) return false;
    } else {
        if (!all_of(properties, {"comment", "parameters", "tablespace"})) return false;
        alter_index_settings(out, on, e, f);
    }
    if constexpr (requires { e.not_valid; })
        if (f.not_valid && !e.not_valid) {
            auto& s = out.add(phase::validations, validate_constraint(table_called(on), e.name), {hazard::may_fail});
            s.apart = out.options.online;
        }
    out.comment(phase::comments, object_of(on, e), e.comment, f.comment);
    return true;
}

/// A key or unique index that is not there for a while takes the foreign keys to it along.
inline void note_dropped(alteration& out, const qualified_name& on, const key& k) {
    out.dropped_keys.emplace_back(on, k.columns);
}
inline void note_dropped(alteration& out, const qualified_name& on, const index& i) {
    if (i.unique && i.condition.empty()) out.dropped_keys.emplace_back(on, columns_of(i));
}
template <class Value>
void note_dropped(alteration&, const qualified_name&, const Value&) {}

/// The server makes a key's index anew when an included column changes, and a foreign key that stands on it would
/// refuse that.
template <class = pgmodel::detail::when_used>
bool key_includes_changes(const alteration& out, const foreign_key& k) {
    const qualified_name to{k.referred_schema, k.referred_table};
    bool found = false;
    const auto look = [&](const std::vector<std::string>& columns, const std::vector<std::string>& include) {
        if (!same_columns(columns, k.referred_columns)) return;
        for (const auto& c : include) found |= out.is_retyped(to, c);
    };
    for (const auto& t : out.found.tables) {
        if (!(name_of(t) == to)) continue;
        look(t.primary_key.columns, t.primary_key.include);
        for (const auto& each : t.unique_keys) look(each.columns, each.include);
        for (const auto& each : t.indexes)
            if (each.unique) look(columns_of(each), each.include);
    }
    return found;
}

/// Is a partition of a table taken out for a while since its bounds change?
template <class Table>
bool moves_partitions(const Table& e, const Table& f) {
    if (partitioning_text(e.partitioned) != partitioning_text(f.partitioned)) return false;
    for (const auto& to : e.partitions)
        if (const partition* from = named(f.partitions, to))
            if (partition_bounds(to) != partition_bounds(*from) || moves_partitions(to, *from)) return true;
    return false;
}

/// Does a table get an index like this one of a partition, which the server would take for the partition's share of it?
template <class = pgmodel::detail::when_used>
bool is_adopted(const alteration& out, const qualified_name& on, const index& i) {
    const auto alike = [&i](const index& other) {
        bool same = other.unique == i.unique && other.method == i.method && other.condition == i.condition &&
                    other.keys.size() == i.keys.size();
        for (std::size_t k = 0; same && k < i.keys.size(); ++k)
            same = other.keys[k].column == i.keys[k].column && other.keys[k].expression == i.keys[k].expression;
        return same;
    };
    for (const auto& e : out.expected.tables) {
        bool holds = false, comes = false;
        each_part(e, [&](const auto& part) { holds |= !(name_of(e) == on) && name_of(part) == on; });
        const table* f = named(out.found.tables, e);
        for (const auto& each : e.indexes) comes |= f && alike(each) && !named(f->indexes, each);
        if (holds && comes) return true;
    }
    return false;
}

/// Must a part that stays as it is go for a while?
template <class Value>
bool is_in_the_way(const alteration& out, const qualified_name& on, const Value& f) {
    const auto mentioned = mentioned_by(f);
    if (out.is_in_the_way(on, mentioned.columns, mentioned.text, is_table_object<Value>)) return true;
    if constexpr (std::is_same_v<Value, rule> || std::is_same_v<Value, policy>)
        return out.speaks_of_changes(mentioned.text);
    if constexpr (std::is_same_v<Value, index>) return is_adopted(out, on, f);
    if constexpr (std::is_same_v<Value, foreign_key>) {
        const qualified_name to{f.referred_schema, f.referred_table};
        for (const auto& [table, columns] : out.dropped_keys)
            if (table == to && same_columns(columns, f.referred_columns)) return true;
        for (const auto& c : f.columns)
            if (out.is_retyped(on, c)) return true;
        for (const auto& c : f.referred_columns)
            if (out.is_retyped(to, c) || out.is_remade(to, c)) return true;
        const table *after = named(out.expected.tables, table_called(to)),
                    *before = named(out.found.tables, table_called(to));
        return key_includes_changes(out, f) || (after && before && moves_partitions(*after, *before));
    }
    return false;
}

template <class Value>
void alter_named(alteration& out, object_kind kind, const qualified_name& on, const many<Value>& expected,
                 const many<Value>& found) {
    const auto drop = [&](const Value& f) {
        out.at(kind, on, {{}, f.name});
        drop_part(out, on, f);
        note_dropped(out, on, f);
    };
    const auto remake = [&](const Value& e, const Value& f) {
        drop(f);
        make_part(out, kind, on, e);
    };
    match_named(
        expected, found,
        [&](const Value& e, const Value& f) {
            const auto properties = changed_properties(e, f);
            if (is_in_the_way(out, on, f)) return remake(e, f);
            if (properties.empty()) return;
            out.at(kind, on, {{}, e.name});
            if (!alter_part(out, on, e, f, properties)) remake(e, f);
        },
        [&](const Value& e, const Value& f) {
            if (is_in_the_way(out, on, f)) return remake(e, f);
            out.at(kind, on, {{}, e.name});
            rename_part(out, on, e, f);
        },
        [&](const Value& v, difference_kind side) {
            if (side == difference_kind::missing) make_part(out, kind, on, v);
            else drop(v);
        });
}

}  // namespace pgmodel::schema::detail
