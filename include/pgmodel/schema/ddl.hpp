// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// CREATE and DROP as text, from schema values.
#pragma once

#include <pgmodel/schema/column_text.hpp>
#include <pgmodel/schema/comment_text.hpp>
#include <pgmodel/schema/constraint_text.hpp>
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

template <class = when_used>
bool refers_to(const foreign_key& key, const table& t) {
    return key.referred_table == t.name && key.referred_schema == t.schema;
}

/// Does a foreign key of the table, or one that a partition has of its own, refer to that table?
template <class Table>
bool any_refers_to(const Table& from, const table& t) {
    for (const auto& key : from.foreign_keys)
        if (refers_to(key, t)) return true;
    for (const auto& p : from.partitions)
        if (any_refers_to(p, t)) return true;
    return false;
}

template <class = when_used>
bool is_part_of(const table& t, const qualified_name& name) {
    bool found = false;
    each_part(t, [&](const auto& part) { found |= part.name == name.name && part.schema == name.schema; });
    return found;
}

/// Tables in an order in which each comes after those that it references, as far as cycles allow; equal ones keep
/// theirs.
template <class = when_used>
std::vector<const table*> creation_order(const many<table>& tables) {
    std::vector<const table*> order;
    std::vector<char> done(tables.size());
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
        std::vector<char> seen(tables.size());
        std::size_t i = 0;
        while (done[i]) ++i;
        for (; !seen[i]; i = awaited(i)) seen[i] = 1;
        make(i);
    }
    return order;
}

}  // namespace detail

/// `create sequence ...`
template <class = detail::when_used>
std::string create_sequence(const sequence& s) {
    return (s.persistence == persistence::unlogged ? "create unlogged sequence " : "create sequence ") +
           detail::qualified(s.schema, s.name) + (s.type == "bigint" ? "" : " as " + s.type) +
           detail::sequence_text(s.options, s.type);
}

/// `create table ... (columns, constraints) ...`, without its indexes; foreign keys are left out where `inline_key`
/// says no, and NOT VALID constraints always, since a new table would take them as valid.
template <class = detail::when_used>
std::string create_table(const table& t, bool (*inline_key)(const foreign_key&, const void*) = nullptr,
                         const void* context = nullptr) {
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
        if (!f.not_valid && (!inline_key || inline_key(f, context))) line(detail::foreign_key_text(f));
    out += "\n)" + detail::partition_by_clause(t.partitioned) + detail::method_clause(t.access_method) +
           detail::with_clause(t.parameters);
    if (t.on_commit == commit_action::delete_rows) out += " on commit delete rows";
    if (t.on_commit == commit_action::drop) out += " on commit drop";
    return out + detail::tablespace_clause(" tablespace ", t.tablespace);
}

/// `alter table ... replica identity full`, of a table or a partition
template <class Table>
std::string set_replica_identity(const Table& t) {
    std::string out = "alter table " + detail::qualified(t.schema, t.name) + " replica identity ";
    switch (t.replica_identity) {
        case replica_identity::nothing: return out + "nothing";
        case replica_identity::full: return out + "full";
        case replica_identity::index: return out + "using index " + quote_identifier(t.replica_index);
        case replica_identity::primary_key: break;
    }
    return out + "default";
}

/// `alter table ... cluster on name`; without a name `set without cluster`.
template <class Table>
std::string set_cluster_index(const Table& t) {
    return "alter table " + detail::qualified(t.schema, t.name) +
           (t.cluster_index.empty() ? " set without cluster" : " cluster on " + quote_identifier(t.cluster_index));
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
        if (!i.comment.empty()) out.push_back(comment_on("index " + qualified(v.schema, i.name), i.comment));
    }
    if (!v.comment.empty())
        out.push_back(comment_on((v.materialized ? "materialized view " : "view ") + qualified(name), v.comment));
    for (const auto& c : v.columns)
        if (!c.comment.empty())
            out.push_back(comment_on("column " + qualified(name) + "." + quote_identifier(c.name), c.comment));
}
template <class = when_used>
std::string drop_object(const made_object& object) {
    return object.function    ? drop_function(*object.function)
           : object.aggregate ? drop_aggregate(*object.aggregate)
                              : drop_view(*object.view);
}

/// Foreign keys behind their table; those to a table that is not there yet go to the end. Comments come after the keys.
template <class AtOnce>
void add_foreign_keys(const table& t, bool made_with_table, std::vector<std::string>& out,
                      std::vector<std::string>& later, const AtOnce& at_once) {
    std::vector<std::string>* comments = &out;
    for (const auto& key : t.foreign_keys) {
        if (!at_once(key)) {
            later.push_back(add_foreign_key(t, key));
            comments = &later;
        } else if (key.not_valid || !made_with_table) {
            out.push_back(add_foreign_key(t, key));
        }
    }
    add_comments(t, *comments);
}

/// What stands on the indexes or beside them, of a table or a partition.
template <class Table>
void add_table_settings(const Table& t, std::vector<std::string>& out) {
    if (t.replica_identity != replica_identity::primary_key) out.push_back(set_replica_identity(t));
    if (!t.cluster_index.empty()) out.push_back(set_cluster_index(t));
    add_statistics(t, out);
}

template <class AtOnce>
void add_partition_parts(const partition& p, std::vector<std::string>& out, std::vector<std::string>& later,
                         const AtOnce& at_once) {
    const table own{.schema = p.schema,
                    .name = p.name,
                    .columns = p.columns,
                    .primary_key = p.primary_key,
                    .unique_keys = p.unique_keys,
                    .foreign_keys = p.foreign_keys,
                    .checks = p.checks,
                    .indexes = p.indexes,
                    .exclusions = p.exclusions,
                    .comment = p.comment};
    for (const auto& c : own.columns) {
        // PostgreSQL takes NULL as a default of its own where the type is a domain.
        const bool none = c.default_value == "null";
        if (!c.default_value.empty())
            out.push_back(alter_column(p.schema, p.name, c) + (none ? " drop default" : " set default ") +
                          (none ? "" : c.default_value));
        add_column_settings(own, c, out);
    }
    if (!own.primary_key.columns.empty()) out.push_back(add_primary_key(own, own.primary_key));
    for (const auto& k : own.unique_keys) out.push_back(add_unique(own, k));
    for (const auto& e : own.exclusions) out.push_back(add_exclusion(own, e));
    for (const auto& c : own.checks) out.push_back(add_check(own, c));
    for (const auto& i : own.indexes) out.push_back(create_index(own, i));
    add_table_settings(p, out);
    add_foreign_keys(own, false, out, later, at_once);
    for (const auto& part : p.partitions) add_partition_parts(part, out, later, at_once);
}

/// Triggers, rules and policies, which may speak of any table: of a table or a partition, and of its own ones.
template <class Table>
void add_table_objects(const Table& t, std::vector<std::string>& out) {
    each_part(t, [&out](const auto& part) {
        add_triggers({part.schema, part.name}, part.triggers, out);
        add_rules({part.schema, part.name}, part.rules, out);
        add_policies(part, out);
    });
}
/// The partitions first: who has given a table away may not touch them.
template <class Table>
void add_owners(const Table& t, std::vector<std::string>& out) {
    for (const auto& p : t.partitions) add_owners(p, out);
    if (!t.owner.empty()) out.push_back(set_owner("table", {t.schema, t.name}, t.owner));
}
/// What is taken from an object's owner, or given to him, is said when he is it.
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

/// The statements for what a partition and its own partitions have beside what they have from their table: keys,
/// checks, indexes, triggers, policies, comments; and those for their owners, behind which only these can change them.
template <class = detail::when_used>
void add_partition_parts(const partition& p, std::vector<std::string>& out, std::vector<std::string>& owners) {
    std::vector<std::string> later;
    detail::add_partition_parts(p, out, later, [](const foreign_key&) { return true; });
    detail::add_table_objects(p, out);
    detail::add_owners(p, owners);
}
template <class = detail::when_used>
void add_partition_parts(const partition& p, std::vector<std::string>& out) {
    std::vector<std::string> owners;
    add_partition_parts(p, out, owners);
    for (auto& statement : owners) out.push_back(std::move(statement));
}

/// The statements that make these types, tables and other objects, in an order that works; keys of a cycle come last,
/// by ALTER TABLE.
template <class = detail::when_used>
std::vector<std::string> create_statements(const database& db) {
    std::vector<std::string> out;
    const auto create_schema = [&out](const std::string& name) {
        std::string made = name.empty() ? "" : "create schema if not exists " + quote_identifier(name);
        for (const auto& other : out)
            if (other == made) made.clear();
        if (!made.empty()) out.push_back(std::move(made));
    };
    for (const auto& e : db.extensions) create_schema(e.schema);
    for (const auto& e : db.enumerations) create_schema(e.schema);
    for (const auto& d : db.domains) create_schema(d.schema);
    for (const auto& c : db.composites) create_schema(c.schema);
    for (const auto& r : db.ranges) create_schema(r.schema);
    for (const auto& q : db.sequences) create_schema(q.schema);
    for (const auto& f : db.functions) create_schema(f.schema);
    for (const auto& a : db.aggregates) create_schema(a.schema);
    for (const auto& t : db.tables) {
        detail::each_part(t, [&](const auto& part) { create_schema(part.schema); });
    }
    for (const auto& v : db.views) create_schema(v.schema);
    for (const auto& s : db.schemas) {
        create_schema(s.name);
        out.push_back(comment_on("schema " + quote_identifier(s.name), s.comment));
    }
    for (const auto& e : db.extensions) {
        out.push_back(create_extension(e));
        if (!e.comment.empty()) out.push_back(comment_on("extension " + quote_identifier(e.name), e.comment));
    }
    add_types(db, out);
    for (const auto& s : db.sequences) {
        out.push_back(create_sequence(s));
        if (!s.comment.empty()) out.push_back(comment_on("sequence " + detail::qualified(s.schema, s.name), s.comment));
    }
    const auto objects = detail::objects_in_order(db);
    for (const auto& object : objects)
        if (!object.needs_table) detail::add_object(object, out);
    struct made_tables {
        const std::vector<const table*>& order;
        std::size_t count;
    };
    const auto order = detail::creation_order(db.tables);
    made_tables made{order, 0};
    // A table that is not among these exists already, so a key to it can be made at once.
    const auto at_once = [](const foreign_key& key, const void* context) {
        const auto& m = *static_cast<const made_tables*>(context);
        for (std::size_t i = m.count; i < m.order.size(); ++i)
            if (detail::refers_to(key, *m.order[i])) return false;
        return true;
    };
    std::vector<std::string> later;
    for (const table* t : order) {
        ++made.count;
        out.push_back(create_table(*t, at_once, &made));
        for (const auto& p : t->partitions) add_partition({t->schema, t->name}, p, out, t->persistence);
        for (const auto& c : t->columns) detail::add_column_settings(*t, c, out);
        for (const auto& c : t->checks)
            if (c.not_valid) out.push_back(add_check(*t, c));
        for (const auto& i : t->indexes) out.push_back(create_index(*t, i));
        detail::add_table_settings(*t, out);
        const auto now = [&](const foreign_key& key) { return at_once(key, &made); };
        detail::add_foreign_keys(*t, true, out, later, now);
        for (const auto& p : t->partitions) detail::add_partition_parts(p, out, later, now);
    }
    for (auto& statement : later) out.push_back(std::move(statement));
    for (const auto& s : db.sequences)
        if (!s.owner.empty())
            out.push_back("alter sequence " + detail::qualified(s.schema, s.name) + " owned by " +
                          detail::qualified(s.owner) + "." + quote_identifier(s.owner_column));
    for (const auto& object : objects)
        if (object.needs_table) detail::add_object(object, out);
    for (const auto& t : db.tables) detail::add_table_objects(t, out);
    for (const auto& v : db.views) {
        detail::add_triggers({v.schema, v.name}, v.triggers, out);
        detail::add_rules({v.schema, v.name}, v.rules, out);
    }
    // Who makes all this need not be the owner: a member of that role without INHERIT has no say in what he gave away.
    for (const auto& g : db.grants)
        if (!detail::names_owner(db, g)) out.push_back(grant_text(g));
    for (const auto& t : db.tables) detail::add_owners(t, out);
    for (const auto& v : db.views)
        if (!v.owner.empty())
            out.push_back(set_owner(v.materialized ? "materialized view" : "view", {v.schema, v.name}, v.owner));
    for (const auto& g : db.grants)
        if (detail::names_owner(db, g)) out.push_back(grant_text(g));
    return out;
}

/// The statements that drop these tables, views, functions and types if they are there; schemas and extensions stay,
/// since others may use them. One DROP TABLE names all tables, so foreign keys among them are no obstacle; a key from
/// any other table is, and the statement fails then.
template <class = detail::when_used>
std::vector<std::string> drop_statements(const database& db) {
    std::vector<std::string> out;
    const auto objects = detail::objects_in_order(db);
    const auto drop_objects = [&](bool of_tables) {
        for (std::size_t i = objects.size(); i-- > 0;)
            if (objects[i].needs_table == of_tables) out.push_back(detail::drop_object(objects[i]));
    };
    drop_objects(true);
    std::string tables;
    for (const auto& t : db.tables) tables += (tables.empty() ? "" : ", ") + detail::qualified(t.schema, t.name);
    if (!tables.empty()) out.push_back("drop table if exists " + tables);
    for (const auto& s : db.sequences) out.push_back("drop sequence if exists " + detail::qualified(s.schema, s.name));
    drop_objects(false);
    drop_types(db, out);
    return out;
}

/// All of `create_statements` as one script, each statement ended by a semicolon and a line break.
template <class = detail::when_used>
std::string create_script(const database& db) {
    std::string out;
    for (const auto& statement : create_statements(db)) out += statement + ";\n";
    return out;
}

}  // namespace pgmodel::schema

namespace pgmodel {

/// The DDL of all models of a registry as a script, without a server: types, tables in foreign-key order, indexes.
template <class... Models>
std::string create_script(const registry<Models...>& models) {
    return schema::create_script(schema::describe(models));
}

}  // namespace pgmodel
