// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/schema/column_text.hpp>
#include <pgmodel/schema/comment_text.hpp>
#include <pgmodel/schema/constraint_text.hpp>
#include <pgmodel/schema/ddl.hpp>
#include <pgmodel/schema/describe.hpp>
#include <pgmodel/schema/function_text.hpp>
#include <pgmodel/schema/index_text.hpp>
#include <pgmodel/schema/object_order.hpp>
#include <pgmodel/schema/partition_text.hpp>
#include <pgmodel/schema/policy_text.hpp>
#include <pgmodel/schema/statistics_text.hpp>
#include <pgmodel/schema/trigger_text.hpp>
#include <pgmodel/schema/type_text.hpp>
#include <pgmodel/schema/view_text.hpp>

#include <string>
#include <utility>
#include <vector>

namespace pgmodel::schema {
namespace detail {

PGMODEL_BODY
bool refers_to(const foreign_key& key, const table& t) {
    return key.referred_table == t.name && key.referred_schema == t.schema;
}

PGMODEL_BODY
bool same_columns(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    for (const auto& name : a) {
        bool found = false;
        for (const auto& each : b) found |= each == name;
        if (!found) return false;
    }
    return a.size() == b.size();
}

PGMODEL_BODY
bool awaits_index(const foreign_key& key, const table& t) {
    if (!refers_to(key, t)) return false;
    bool kept = same_columns(t.primary_key.columns, key.referred_columns);
    for (const auto& k : t.unique_keys) kept |= same_columns(k.columns, key.referred_columns);
    return !kept;
}

PGMODEL_BODY
bool calls_late(const std::string& text, const many<made_object>& objects) {
    for (const auto& object : objects)
        if (object.needs_table && !object.view && mentions(text, object.name())) return true;
    return false;
}

PGMODEL_BODY
void make_late(const table& of, const std::string& what, const std::string& name, const std::string& sql,
               const std::string& comment, int target, std::vector<std::string>& made,
               std::vector<std::string>& freed) {
    const bool constraint = what == "constraint ";
    const std::string on = qualified(of.schema, of.name), called = qualified(constraint ? "" : of.schema, name);
    made.push_back(sql);
    if (target >= 0) made.push_back("alter statistics " + called + " set statistics " + std::to_string(target));
    add_comment(what + called + (constraint ? " on " + on : ""), comment, made);
    std::string free = constraint ? "alter table if exists " + on + " drop " : "drop ";
    ((free += what) += "if exists ") += called;
    freed.push_back(std::move(free));
}

PGMODEL_BODY
bool is_part_of(const table& t, const qualified_name& name) {
    bool found = false;
    each_part(t, [&](const auto& part) { found |= part.name == name.name && part.schema == name.schema; });
    return found;
}

/// Tables in an order in which each comes after those that it references, as far as cycles allow; equal ones keep
/// theirs.
template <class = when_used>
many<const table*> creation_order(const many<table>& tables) {
    many<const table*> order;
    std::string done(tables.size(), 0);
    const auto none = tables.size();
    // The first table that this one waits for.
    const auto awaited = [&](std::size_t waiting) {
        for (std::size_t i = 0; i < tables.size(); ++i)
            if (!done[i] && i != waiting && any_refers_to(tables[waiting], tables[i])) return i;
        return none;
    };
    const auto make = [&](std::size_t i) {
        done[i] = 1;
        order.push_back(&tables[i]);
    };
    while (order.size() < tables.size()) {
        const std::size_t before = order.size();
        for (std::size_t i = 0; i < tables.size(); ++i)
            if (!done[i] && awaited(i) == none) make(i);
        if (order.size() != before) continue;
        // Who waits leads into a cycle. Its first table is made without the keys that look ahead; they are added at the
        // end.
        std::string seen(tables.size(), 0);
        std::size_t i = 0;
        while (done[i]) ++i;
        for (; !seen[i]; i = awaited(i)) seen[i] = 1;
        make(i);
    }
    return order;
}

}  // namespace detail

PGMODEL_BODY
std::string create_sequence(const sequence& s) {
    return (s.persistence == persistence::unlogged ? "create unlogged sequence " : "create sequence ") +
           detail::qualified(s.schema, s.name) + (s.type == "bigint" ? "" : " as " + s.type) +
           detail::sequence_text(s.options, s.type);
}

PGMODEL_BODY
std::string create_table(const table& t) {
    std::string out = detail::create_words(t.persistence) + detail::qualified(t.schema, t.name) + " (";
    bool first = true;
    const auto line = [&](const std::string& text) {
        out += (first ? "\n    " : ",\n    ") + text;
        first = false;
    };
    for (const auto& c : t.columns) line(detail::column_text(c));
    if (!t.primary_key.columns.empty()) line(detail::primary_key_text(t.primary_key));
    for (const auto& k : t.unique_keys) line(detail::unique_text(k));
    for (const auto& e : t.exclusions) line(detail::exclusion_text(e));
    for (const auto& c : t.checks)
        if (!c.not_valid) line(detail::check_text(c));
    for (const auto& f : t.foreign_keys)
        if (!f.not_valid) line(detail::foreign_key_text(f));
    out += "\n)" + detail::partition_by_clause(t.partitioned) + detail::method_clause(t.access_method) +
           detail::with_clause(t.parameters);
    if (t.on_commit == commit_action::delete_rows) out += " on commit delete rows";
    if (t.on_commit == commit_action::drop) out += " on commit drop";
    return out + detail::tablespace_clause(" tablespace ", t.tablespace);
}

namespace detail {

template <class = when_used>
void add_object(const made_object& object, std::vector<std::string>& out) {
    if (object.function) return add_function(*object.function, out);
    if (object.aggregate) return add_aggregate(*object.aggregate, out);
    const view& v = *object.view;
    const qualified_name name{v.schema, v.name};
    out.push_back(create_view(v));
    for (const auto& i : v.indexes) {
        out.push_back(create_index(name, i));
        add_comment("index " + qualified(v.schema, i.name), i.comment, out);
    }
    add_comment((v.materialized ? "materialized view " : "view ") + qualified(name), v.comment, out);
    for (const auto& c : v.columns)
        add_comment("column " + qualified(name) + "." + quote_identifier(c.name), c.comment, out);
}
template <class = when_used>
std::string drop_object(const made_object& object) {
    return object.function    ? drop_function(*object.function)
           : object.aggregate ? drop_aggregate(*object.aggregate)
                              : drop_view(*object.view);
}

/// Does a grant or revoke name the owner of its object? It stands behind the statement that makes him the owner.
template <class = when_used>
bool names_owner(const database& db, const grant& g) {
    bool found = false;
    const auto look = [&](const auto& each) {
        if (each.owner.empty() || each.name != g.object.name || each.schema != g.object.schema) return;
        for (const auto& role : g.roles) found |= role == each.owner;
    };
    for (const auto& t : db.tables) each_part(t, look);
    for (const auto& v : db.views) look(v);
    return found;
}

}  // namespace detail

PGMODEL_BODY
void add_partition_parts(const partition& p, std::vector<std::string>& out, std::vector<std::string>& owners) {
    std::vector<std::string> later;
    detail::add_partition_parts(p, out, later, [](const foreign_key&) { return true; });
    detail::add_table_objects(p, out);
    detail::add_owners(p, owners);
}

namespace detail {

/// The schemas in which anything is made, each once, and what is said of them.
template <class = when_used>
void add_schemas(const database& db, std::vector<std::string>& out) {
    const auto create_schema = [&out](const std::string& name) {
        std::string made = name.empty() ? "" : "create schema if not exists " + quote_identifier(name);
        for (const auto& other : out)
            if (other == made) made.clear();
        if (!made.empty()) out.push_back(std::move(made));
    };
    const auto create_schemas = [&](const auto& objects) {
        for (const auto& each : objects) create_schema(each.schema);
    };
    create_schemas(db.extensions);
    create_schemas(db.enumerations);
    create_schemas(db.domains);
    create_schemas(db.composites);
    create_schemas(db.ranges);
    create_schemas(db.sequences);
    create_schemas(db.functions);
    create_schemas(db.aggregates);
    for (const auto& t : db.tables) each_part(t, [&](const auto& part) { create_schema(part.schema); });
    create_schemas(db.views);
    for (const auto& s : db.schemas) {
        create_schema(s.name);
        out.push_back(comment_on("schema " + quote_identifier(s.name), s.comment));
    }
}

/// The tables, each with its partitions, indexes and settings; keys of a cycle come last. What calls functions that are
/// made behind the tables is put into `parts`.
template <class = when_used>
void add_tables(many<table> tables, const many<made_object>& objects, std::vector<std::string>& out,
                std::vector<std::string>& parts) {
    std::vector<std::string> freed, later;
    for (auto& t : tables) take_late(t, objects, parts, freed);
    const auto order = creation_order(tables);
    std::size_t made = 0;
    // A table that is not among these exists already, so a key to it can be made at once.
    const auto at_once = [&](const foreign_key& key) {
        for (std::size_t i = made; i < order.size(); ++i)
            if (refers_to(key, *order[i])) return false;
        return !awaits_index(key, *order[made - 1]);
    };
    for (const table* t : order) {
        ++made;
        table first = *t;
        for (auto* k = first.foreign_keys.begin(); k != first.foreign_keys.end();)
            k = at_once(*k) ? k + 1 : first.foreign_keys.erase(k);
        out.push_back(create_table(first));
        for (const auto& p : t->partitions) add_partition({t->schema, t->name}, p, out, t->persistence);
        for (const auto& c : t->columns) add_column_settings(*t, c, out);
        for (const auto& c : t->checks)
            if (c.not_valid) out.push_back(add_check(*t, c));
        for (const auto& i : t->indexes) out.push_back(create_index(*t, i));
        add_table_settings(*t, out);
        add_foreign_keys(*t, true, out, later, at_once);
        for (const auto& p : t->partitions) add_partition_parts(p, out, later, at_once);
    }
    for (auto& statement : later) out.push_back(std::move(statement));
}

/// Privileges and owners, when all else is made. Who makes it need not be the owner: a member of that role without
/// INHERIT has no say in what he gave away.
template <class = when_used>
void add_privileges(const database& db, std::vector<std::string>& out) {
    for (const auto& g : db.grants)
        if (!names_owner(db, g)) out.push_back(grant_text(g));
    for (const auto& t : db.tables) add_owners(t, out);
    for (const auto& v : db.views)
        if (!v.owner.empty())
            out.push_back(set_owner(v.materialized ? "materialized view" : "view", {v.schema, v.name}, v.owner));
    for (const auto& g : db.grants)
        if (names_owner(db, g)) out.push_back(grant_text(g));
}

}  // namespace detail

PGMODEL_BODY
std::vector<std::string> create_statements(const database& db) {
    std::vector<std::string> out;
    detail::add_schemas(db, out);
    for (const auto& e : db.extensions) {
        out.push_back(create_extension(e));
        detail::add_comment("extension " + quote_identifier(e.name), e.comment, out);
    }
    add_types(db, out);
    for (const auto& s : db.sequences) {
        out.push_back(create_sequence(s));
        detail::add_comment("sequence " + detail::qualified(s.schema, s.name), s.comment, out);
    }
    const auto objects = detail::objects_in_order(db);
    for (const auto& object : objects)
        if (!object.needs_table) detail::add_object(object, out);
    std::vector<std::string> parts;
    detail::add_tables(db.tables, objects, out, parts);
    for (const auto& s : db.sequences)
        if (!s.owner.empty())
            out.push_back("alter sequence " + detail::qualified(s.schema, s.name) + " owned by " +
                          detail::qualified(s.owner) + "." + quote_identifier(s.owner_column));
    for (const auto& object : objects)
        if (object.needs_table) detail::add_object(object, out);
    for (auto& statement : parts) out.push_back(std::move(statement));
    for (const auto& t : db.tables) detail::add_table_objects(t, out);
    for (const auto& v : db.views) {
        detail::add_triggers({v.schema, v.name}, v.triggers, out);
        detail::add_rules({v.schema, v.name}, v.rules, out);
    }
    detail::add_privileges(db, out);
    return out;
}

PGMODEL_BODY
std::vector<std::string> drop_statements(const database& db) {
    std::vector<std::string> out;
    const auto objects = detail::objects_in_order(db);
    const auto drop_objects = [&](bool of_tables) {
        for (std::size_t i = objects.size(); i-- > 0;)
            if (objects[i].needs_table == of_tables) out.push_back(detail::drop_object(objects[i]));
    };
    std::vector<std::string> made;
    for (table t : db.tables) detail::take_late(t, objects, made, out);
    drop_objects(true);
    std::string tables;
    for (const auto& t : db.tables) tables += (tables.empty() ? "" : ", ") + detail::qualified(t.schema, t.name);
    if (!tables.empty()) out.push_back("drop table if exists " + tables);
    for (const auto& s : db.sequences) out.push_back("drop sequence if exists " + detail::qualified(s.schema, s.name));
    drop_objects(false);
    drop_types(db, out);
    return out;
}

PGMODEL_BODY
std::string create_script(const database& db) {
    std::string out;
    for (const auto& statement : create_statements(db)) out += statement + ";\n";
    return out;
}

}  // namespace pgmodel::schema
