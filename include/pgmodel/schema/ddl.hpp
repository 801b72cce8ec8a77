// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// CREATE and DROP as text, from schema values.
#pragma once

#include <pgmodel/core/when_used.hpp>
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

PGMODEL_FUNCTION
bool refers_to(const foreign_key& key, const table& t);

PGMODEL_FUNCTION
bool same_columns(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// Does a key of the table refer to what only an index of it makes unique, which comes after the table?
PGMODEL_FUNCTION
bool awaits_index(const foreign_key& key, const table& t);

/// Does a foreign key of the table, or one that a partition has of its own, refer to that table?
template <class Table>
bool any_refers_to(const Table& from, const table& t) {
    for (const auto& key : from.foreign_keys)
        if (refers_to(key, t)) return true;
    for (const auto& p : from.partitions)
        if (any_refers_to(p, t)) return true;
    return false;
}

PGMODEL_FUNCTION
bool is_part_of(const table& t, const qualified_name& name);

}  // namespace detail

/// `create sequence ...`
PGMODEL_FUNCTION
std::string create_sequence(const sequence& s);

/// `create table ... (columns, constraints) ...`, without its indexes and its NOT VALID constraints, which a new table
/// would take as valid.
PGMODEL_FUNCTION
std::string create_table(const table& t);

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

/// Foreign keys behind their table; those to a table that is not there yet go to the end. Comments come after the keys.
template <class Table, class AtOnce>
void add_foreign_keys(const Table& t, bool made_with_table, std::vector<std::string>& out,
                      std::vector<std::string>& later, const AtOnce& at_once) {
    const table on{.schema = t.schema, .name = t.name};
    std::vector<std::string>* comments = &out;
    for (const auto& key : t.foreign_keys) {
        if (!at_once(key)) {
            later.push_back(add_foreign_key(on, key));
            comments = &later;
        } else if (key.not_valid || !made_with_table) {
            out.push_back(add_foreign_key(on, key));
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
    const table own{.schema = p.schema, .name = p.name};
    for (const auto& c : p.columns) {
        // PostgreSQL takes NULL as a default of its own where the type is a domain.
        const bool none = c.default_value == "null";
        if (!c.default_value.empty())
            out.push_back(alter_column(p.schema, p.name, c) + (none ? " drop default" : " set default ") +
                          (none ? "" : c.default_value));
        add_column_settings(own, c, out);
    }
    if (!p.primary_key.columns.empty()) out.push_back(add_primary_key(own, p.primary_key));
    for (const auto& k : p.unique_keys) out.push_back(add_unique(own, k));
    for (const auto& e : p.exclusions) out.push_back(add_exclusion(own, e));
    for (const auto& c : p.checks) out.push_back(add_check(own, c));
    for (const auto& i : p.indexes) out.push_back(create_index(own, i));
    add_table_settings(p, out);
    add_foreign_keys(p, false, out, later, at_once);
    for (const auto& part : p.partitions) add_partition_parts(part, out, later, at_once);
}

/// Does SQL text call a function that is made after the tables, since it needs one?
PGMODEL_FUNCTION
bool calls_late(const std::string& text, const many<made_object>& objects);

/// A part of a table that is made by `sql` behind such functions: what makes it, and what frees them of it. `what` is
/// the word before its name, and `target` that of statistics, or -1.
PGMODEL_FUNCTION
void make_late(const table& of, const std::string& what, const std::string& name, const std::string& sql,
               const std::string& comment, int target, std::vector<std::string>& made, std::vector<std::string>& freed);

/// Takes what calls such functions out of a table or partition: the statements that make it after them, and those that
/// free them of it, as far as it is there.
template <class Table>
void take_late(Table& t, const many<made_object>& objects, std::vector<std::string>& made,
               std::vector<std::string>& freed) {
    const table on{.schema = t.schema, .name = t.name};
    const std::string alter = "alter table if exists " + qualified(t.schema, t.name);
    const auto take = [&](auto& parts, const std::string& what, const auto& text) {
        for (auto* part = parts.begin(); part != parts.end();) {
            const std::string sql = text(*part);
            if (!calls_late(sql, objects)) {
                ++part;
                continue;
            }
            int target = -1;
            if constexpr (requires { part->target; }) target = part->target;
            make_late(on, what, part->name, sql, part->comment, target, made, freed);
            part = parts.erase(part);
        }
    };
    take(t.checks, "constraint ", [&](const check& c) { return add_check(on, c); });
    take(t.exclusions, "constraint ", [&](const exclusion& e) { return add_exclusion(on, e); });
    take(t.extended_statistics, "statistics ", [&](const statistics& s) { return create_statistics(on, s); });
    take(t.indexes, "index ", [&](const index& i) { return create_index(on, i); });
    for (auto& c : t.columns)
        if (calls_late(c.default_value, objects)) {
            made.push_back(alter_column(t.schema, t.name, c) + " set default " + c.default_value);
            freed.push_back(alter + " alter column " + quote_identifier(c.name) + " drop default");
            c.default_value.clear();
        }
    if (!made.empty() && !t.cluster_index.empty()) {
        made.push_back(set_cluster_index(t));
        t.cluster_index.clear();
    }
    for (auto& p : t.partitions) take_late(p, objects, made, freed);
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

}  // namespace detail

/// The statements for what a partition and its own partitions have beside what they have from their table: keys,
/// checks, indexes, triggers, policies, comments; and those for their owners, behind which only these can change them.
PGMODEL_FUNCTION
void add_partition_parts(const partition& p, std::vector<std::string>& out, std::vector<std::string>& owners);

/// The statements that make these types, tables and other objects, in an order that works; keys of a cycle come last,
/// by ALTER TABLE.
PGMODEL_FUNCTION
std::vector<std::string> create_statements(const database& db);

/// The statements that drop these tables, views, functions and types if they are there; schemas and extensions stay,
/// since others may use them. One DROP TABLE names all tables, so foreign keys among them are no obstacle; a key from
/// any other table is, and the statement fails then.
PGMODEL_FUNCTION
std::vector<std::string> drop_statements(const database& db);

/// All of `create_statements` as one script, each statement ended by a semicolon and a line break.
PGMODEL_FUNCTION
std::string create_script(const database& db);

}  // namespace pgmodel::schema

namespace pgmodel {

/// The DDL of all models of a registry as a script, without a server: types, tables in foreign-key order, indexes.
template <class... Models>
std::string create_script(const registry<Models...>& models) {
    return schema::create_script(schema::describe(models));
}

}  // namespace pgmodel

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/schema/impl/ddl.ipp>
#endif
