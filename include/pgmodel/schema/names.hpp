// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Names for constraints and indexes that have none: PostgreSQL's own convention, or the registry's patterns. Both keep
// to 63 bytes and never give one name twice.
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/model/registry.hpp>
#include <pgmodel/schema/values.hpp>

#include <string>
#include <vector>

namespace pgmodel::schema {
namespace detail {

inline constexpr std::size_t longest_name = 63;

/// Throws `usage_error` for a name that the server would cut.
PGMODEL_FUNCTION
void check_length(std::string_view name);

/// Cuts a name at `bytes` or before, never inside a UTF-8 character.
PGMODEL_FUNCTION
std::string clip(const std::string& name, std::size_t bytes);

/// `first_second_label`; what is too long is taken from the longer of the two parts, as the server's makeObjectName
/// does.
PGMODEL_FUNCTION
std::string object_name(const std::string& first, const std::string& second, const std::string& label);

/// The sequence that numbers a column, as the server calls it; empty where none does.
PGMODEL_FUNCTION
std::string own_sequence_of(const std::string& table, const column& c);

PGMODEL_FUNCTION
std::string join(const std::vector<std::string>& parts);

/// Like the server, which names an index by all its columns.
PGMODEL_FUNCTION
std::string labels_of(const std::vector<std::string>& keys, const std::vector<std::string>& included);
PGMODEL_FUNCTION
std::string labels_of(const index& i);
PGMODEL_FUNCTION
std::string labels_of(const key& k);
PGMODEL_FUNCTION
std::string labels_of(const exclusion& e);

/// What a partition has from its table: the server calls indexes by its own convention, after the partition, and
/// foreign keys and checks as they are called in the table.
struct inherited_names {
    struct index_name {
        std::string columns;
        const char* label;
    };
    std::vector<index_name> indexes{};
    std::vector<std::string> constraints{};
};

/// Gives names within one database.
template <class = when_used>
class namer {
public:
    explicit namer(const naming_convention& naming) : naming_(naming) {}

    /// Names that are given by the user are taken first; a type cannot be called like a table either.
    void reserve(const std::string& schema, const std::string& name) { take(relations_, schema, name); }
    void reserve(const view& v) {
        take(relations_, v.schema, v.name);
        for (const auto& i : v.indexes) take(relations_, v.schema, i.name);
    }
    template <class Table>
    void reserve(const Table& t) {
        take(relations_, t.schema, t.name);
        take(relations_, t.schema, t.primary_key.name);
        for (const auto& k : t.unique_keys) take(relations_, t.schema, k.name);
        for (const auto& e : t.exclusions) take(relations_, t.schema, e.name);
        for (const auto& i : t.indexes) take(relations_, t.schema, i.name);
        for (const auto& p : t.partitions) reserve(p);
    }

    void name(view& v) {
        for (auto& i : v.indexes)
            if (i.name.empty()) i.name = choose(relations_, v.schema, naming_.index, v.name, labels_of(i), {}, "idx");
    }
    /// Of a table or a partition, which has `above` from its table.
    template <class Table>
    void name(Table& t, inherited_names above = {}) {
        std::vector<std::string> constraints = above.constraints;
        for (const auto& i : above.indexes) choose(relations_, t.schema, {}, t.name, i.columns, {}, i.label);
        const auto give = [&](const std::string& name) {
            if (!name.empty() && contains(constraints, name))
                throw usage_error("pgmodel: two constraints of \"" + t.name + "\" are called \"" + name +
                                  "\"; rename one of them");
            constraints.push_back(name);
        };
        for (const auto& f : t.foreign_keys) give(f.name);
        for (const auto& c : t.checks) give(c.name);
        give(t.primary_key.name);
        for (const auto& k : t.unique_keys) give(k.name);
        for (const auto& e : t.exclusions) give(e.name);
        if constexpr (requires { t.triggers; })
            for (const auto& each : t.triggers)
                if (each.constraint) give(each.name);
        if (!t.primary_key.columns.empty() && t.primary_key.name.empty())
            t.primary_key.name = choose(relations_, t.schema, naming_.primary_key, t.name, {}, {}, "pkey", constraints);
        constraints.push_back(t.primary_key.name);
        for (auto& k : t.unique_keys) {
            if (k.name.empty())
                k.name = choose(relations_, t.schema, naming_.unique, t.name, labels_of(k), {}, "key", constraints);
            constraints.push_back(k.name);
        }
        for (auto& e : t.exclusions) {
            if (e.name.empty())
                e.name = choose(relations_, t.schema, naming_.exclusion, t.name, labels_of(e), {}, "excl", constraints);
            constraints.push_back(e.name);
        }
        for (auto& i : t.indexes)
            if (i.name.empty()) i.name = choose(relations_, t.schema, naming_.index, t.name, labels_of(i), {}, "idx");
        if constexpr (requires { t.extended_statistics; }) name_statistics(t);
        for (auto& f : t.foreign_keys)
            if (f.name.empty())
                f.name = choose_in(constraints, naming_.foreign_key, t.name, join(f.columns), f.referred_table, "fkey");
        for (auto& c : t.checks)
            if (c.name.empty())
                c.name = choose_in(constraints, naming_.check, t.name, c.columns.size() == 1 ? c.columns[0] : "", {},
                                   "check");
        if (t.partitions.empty()) return;
        if (!t.primary_key.columns.empty()) above.indexes.push_back({{}, "pkey"});
        for (const auto& k : t.unique_keys) above.indexes.push_back({labels_of(k), "key"});
        for (const auto& e : t.exclusions) above.indexes.push_back({labels_of(e), "excl"});
        for (const auto& i : t.indexes) above.indexes.push_back({labels_of(i), "idx"});
        for (const auto& f : t.foreign_keys) above.constraints.push_back(f.name);
        for (const auto& c : t.checks) above.constraints.push_back(c.name);
        for (auto& p : t.partitions) name(p, above);
    }

private:
    /// They have names of their own; the server calls an expression `expr`.
    template <class Table>
    void name_statistics(Table& t) {
        for (const auto& s : t.extended_statistics) take(statistics_, t.schema, s.name);
        for (auto& s : t.extended_statistics) {
            std::vector<std::string> labels = s.columns;
            labels.resize(labels.size() + s.expressions.size(), "expr");
            if (s.name.empty()) s.name = choose(statistics_, t.schema, {}, t.name, labels_of(labels, {}), {}, "stat");
        }
    }
    static bool contains(const std::vector<std::string>& names, const std::string& name) {
        for (const auto& other : names)
            if (other == name) return true;
        return false;
    }
    static void take(std::vector<std::string>& names, const std::string& schema, const std::string& name) {
        check_length(schema);
        if (name.empty()) return;  // it is given one later
        if (contains(names, schema + "." + name))
            throw usage_error(
                "pgmodel: the name \"" + name +
                "\" is given to two types, tables, sequences, indexes, keys or statistics; rename one of them");
        names.push_back(schema + "." + name);
    }

    static std::string candidate(std::string_view pattern, const std::string& table, const std::string& columns,
                                 const std::string& referred, const char* label, int pass) {
        const std::string number = pass ? std::to_string(pass) : "";
        if (pattern.empty()) return object_name(table, columns, label + number);
        std::string name;
        for (std::size_t at = 0; at < pattern.size();) {
            const auto is = [&](std::string_view word) { return pattern.substr(at, word.size()) == word; };
            if (is("{table}")) name += table, at += 7;
            else if (is("{columns}")) name += columns, at += 9;
            else if (is("{referred_table}")) name += referred, at += 16;
            else name += pattern[at++];
        }
        if (name.size() + number.size() > longest_name) {
            // Too long: its beginning and a hash of the whole, so that different names stay different.
            std::uint32_t hash = 2166136261u;
            for (char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
            std::string tail = "_";
            for (int shift = 28; shift >= 0; shift -= 4) tail += "0123456789abcdef"[(hash >> shift) & 15];
            name = clip(name, longest_name - number.size() - tail.size()) + tail;
        }
        return name + number;
    }
    static std::string choose_in(std::vector<std::string>& taken, std::string_view pattern, const std::string& table,
                                 const std::string& columns, const std::string& referred, const char* label) {
        for (int pass = 0;; ++pass) {
            std::string name = candidate(pattern, table, columns, referred, label, pass);
            if (contains(taken, name)) continue;
            taken.push_back(name);
            return name;
        }
    }
    static std::string choose(std::vector<std::string>& taken, const std::string& schema, std::string_view pattern,
                              const std::string& table, const std::string& columns, const std::string& referred,
                              const char* label, const std::vector<std::string>& constraints = {}) {
        for (int pass = 0;; ++pass) {
            std::string name = candidate(pattern, table, columns, referred, label, pass);
            std::string whole = schema;
            (whole += '.') += name;
            if (contains(taken, whole) || contains(constraints, name)) continue;
            taken.push_back(std::move(whole));
            return name;
        }
    }

    naming_convention naming_;
    std::vector<std::string> statistics_;
    std::vector<std::string> relations_;  ///< tables and indexes share one namespace in a schema
};

}  // namespace detail

namespace detail {

/// Throws `usage_error` unless the table has an index of that name that can be what it is said to be. A partition has
/// its table's indexes as well, whose names there are the server's choice.
template <class Table>
void check_index_of(const Table& t, const many<column>& columns, const std::string& name, const char* what,
                    bool identifies) {
    if (name.empty()) return;
    bool found = t.primary_key.name == name;
    const char* fault = nullptr;
    const auto nullable = [&columns](const std::string& column) {
        for (const auto& c : columns)
            if (c.name == column) return !c.not_null;
        return true;  // an expression
    };
    for (const auto& k : t.unique_keys) {
        if (k.name != name) continue;
        found = true;
        if (!identifies) continue;
        if (k.deferred != deferral::not_deferrable) fault = "is deferrable";
        for (const auto& column : k.columns)
            if (nullable(column)) fault = "can be NULL";
    }
    if (found && identifies && t.primary_key.name == name && t.primary_key.deferred != deferral::not_deferrable)
        fault = "is deferrable";
    for (const auto& e : t.exclusions) {
        if (e.name != name) continue;
        found = true;
        if (identifies) fault = "is no unique key";
        else if (!e.condition.empty()) fault = "holds a part of the rows only";
    }
    for (const auto& i : t.indexes) {
        if (i.name != name) continue;
        found = true;
        if (identifies && !i.unique) fault = "is not unique";
        if (!i.condition.empty()) fault = "holds a part of the rows only";
        for (const auto& key : i.keys)
            if (identifies && nullable(key.column)) fault = "has a key that is an expression or can be NULL";
        for (const char* unsorted : {"hash", "gin", "spgist", "brin"})
            if (!identifies && i.method == unsorted) fault = "is of a method that has no order";
    }
    if (!found && std::is_same_v<Table, table>)
        throw usage_error("pgmodel: " + std::string(what) + " of \"" + t.name + "\" names an index \"" + name +
                          "\", which this table does not have; name one of its indexes or keys");
    if (fault)
        throw usage_error("pgmodel: " + std::string(what) + " of \"" + t.name + "\" names the index \"" + name +
                          "\", which " + fault + "; name another one");
}

template <class Table>
void check_indexes_of(const Table& t, const many<column>& columns) {
    check_index_of(t, columns, t.replica_index, "the replica identity", true);
    check_index_of(t, columns, t.cluster_index, "cluster_on()", false);
    for (const auto& p : t.partitions) check_indexes_of(p, columns);
}

}  // namespace detail

/// Names every key, constraint and index that has no name yet. Throws `usage_error` when a given name is there twice.
PGMODEL_FUNCTION
void name_all(database& db, const naming_convention& naming = {});

}  // namespace pgmodel::schema

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/schema/impl/names.ipp>
#endif
