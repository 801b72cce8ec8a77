// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The properties by which two objects of a schema differ, each with its name and its two texts.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/schema/column_text.hpp>
#include <pgmodel/schema/constraint_text.hpp>
#include <pgmodel/schema/ddl.hpp>
#include <pgmodel/schema/difference.hpp>
#include <pgmodel/schema/function_text.hpp>
#include <pgmodel/schema/partition_text.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace pgmodel::schema {

namespace detail {

/// Collects differences; at() says of what the next properties are.
struct comparer {
    compare_options options{};
    std::vector<difference> differences{};
    difference next{};

    /// Of a function.
    void called_with(const many<argument>& arguments) { next.arguments = signature(arguments); }
    void at(object_kind kind, qualified_name table, qualified_name name) {
        next = {difference_kind::changed, kind, std::move(table), std::move(name)};
    }
    void property(const char* what, std::string expected, std::string found) {
        if (expected == found) return;
        difference& d = differences.emplace_back(next);
        d.property = what;
        d.expected = std::move(expected);
        d.found = std::move(found);
    }
    void add(difference_kind kind, object_kind object, qualified_name table, qualified_name name, std::string text,
             std::string arguments = {}) {
        difference& d = differences.emplace_back();
        d.kind = kind;
        d.object = object;
        d.table = std::move(table);
        d.name = std::move(name);
        d.arguments = std::move(arguments);
        (kind == difference_kind::missing ? d.expected : d.found) = std::move(text);
    }
};

template <class Value>
qualified_name name_of(const Value& v) {
    return {v.schema, v.name};
}
inline qualified_name name_of(const grant& g) { return g.object; }
inline qualified_name name_of(const schema_comment& s) { return {{}, s.name}; }

template <class Value>
bool same_name(const Value& a, const Value& b) {
    if constexpr (requires { a.schema; }) return a.name == b.name && a.schema == b.schema;
    else return a.name == b.name;
}
/// A temporary table may stand beside another one of its name.
template <class = pgmodel::detail::when_used>
bool same_name(const table& a, const table& b) {
    return a.name == b.name && a.schema == b.schema &&
           (a.persistence == persistence::temporary) == (b.persistence == persistence::temporary);
}

/// Functions of one name differ by what they are called with.
inline bool same_name(const function& a, const function& b) { return signature(a) == signature(b); }
inline bool same_name(const aggregate& a, const aggregate& b) { return signature(a) == signature(b); }
/// An extension is there once in a database.
inline bool same_name(const extension& a, const extension& b) { return a.name == b.name; }
template <class = pgmodel::detail::when_used>
bool same_name(const grant& a, const grant& b) {
    return a.target == b.target && a.object == b.object && a.argument_types == b.argument_types &&
           a.columns == b.columns && a.roles == b.roles && a.grantable == b.grantable && a.revoked == b.revoked;
}

/// Calls `both` for each pair of the same name, and `alone` for what has no partner: what is missing in the expected
/// order, then what is unexpected.
template <class Value, class Both, class Alone>
void match(const many<Value>& expected, const many<Value>& found, const Both& both, const Alone& alone) {
    std::vector<char> taken(found.size());
    for (const auto& e : expected) {
        std::size_t i = 0;
        while (i < found.size() && (taken[i] || !same_name(e, found[i]))) ++i;
        if (i == found.size()) {
            alone(e, difference_kind::missing);
            continue;
        }
        taken[i] = 1;
        both(e, found[i]);
    }
    for (std::size_t i = 0; i < found.size(); ++i)
        if (!taken[i]) alone(found[i], difference_kind::unexpected);
}

// ---- texts

template <class = pgmodel::detail::when_used>
std::string comment_text(const std::string& comment) {
    std::string out;
    if (!comment.empty()) quote_literal(comment, out);
    return out;
}
inline std::string list_text(const std::vector<std::string>& names) { return names.empty() ? "" : column_list(names); }
/// The order of parameters has no meaning.
template <class = pgmodel::detail::when_used>
std::string parameters_text(many<parameter> parameters) {
    std::sort(parameters.begin(), parameters.end(),
              [](const parameter& a, const parameter& b) { return a.name < b.name; });
    return parameters.empty() ? "" : parameter_list(parameters);
}
inline std::string name_text(const qualified_name& name) { return name.empty() ? "" : qualified(name); }
template <class = pgmodel::detail::when_used>
std::string keys_text(const many<index_key>& keys) {
    std::string out;
    for (const auto& key : keys) out += (out.empty() ? "" : ", ") + key_text(key);
    return out;
}
template <class = pgmodel::detail::when_used>
std::string elements_text(const exclusion& e) {
    std::string out;
    for (const auto& element : e.elements)
        out += (out.empty() ? "" : ", ") + key_text(element.key) + " with " + element.operator_text;
    return out;
}
template <class = pgmodel::detail::when_used>
std::string deferral_text(deferral deferred) {
    const std::string clause = deferral_clause(deferred);
    return clause.empty() ? "not deferrable" : clause.substr(1);
}
inline std::string method_text(const std::string& method) {
    return method.empty() ? "btree" : quote_identifier(method);
}
inline std::string nulls_text(bool not_distinct) { return not_distinct ? "nulls not distinct" : "nulls distinct"; }
inline std::string valid_text(bool not_valid) { return not_valid ? "not valid" : "valid"; }
inline std::string number_text(int number) { return number < 0 ? "" : std::to_string(number); }
inline std::string identity_text(identity_kind kind) {
    return kind == identity_kind::always ? "always" : kind == identity_kind::by_default ? "by default" : "";
}
template <class = pgmodel::detail::when_used>
std::string options_text(const sequence_options& o) {
    return "start with " + std::to_string(o.start) + " increment by " + std::to_string(o.increment) + " minvalue " +
           std::to_string(o.minimum) + " maxvalue " + std::to_string(o.maximum) + " cache " + std::to_string(o.cache) +
           (o.cycle ? " cycle" : " no cycle");
}
inline std::string persistence_text(persistence kept) {
    return kept == persistence::temporary ? "temporary" : kept == persistence::unlogged ? "unlogged" : "permanent";
}
template <class = pgmodel::detail::when_used>
std::string labels_text(const enumeration& e) {
    std::string out;
    for (const auto& label : e.labels) {
        if (!out.empty()) out += ", ";
        quote_literal(label, out);
    }
    return "(" + out + ")";
}
template <class = pgmodel::detail::when_used>
std::string attributes_text(const composite& c) {
    std::string out;
    for (const auto& a : c.attributes)
        out += (out.empty() ? "" : ", ") + quote_identifier(a.name) + " " + a.type +
               (a.collation.empty() ? "" : " collate " + qualified(a.collation)) +
               (a.comment.empty() ? "" : " " + comment_text(a.comment));
    return "(" + out + ")";
}
inline std::string owner_text(const sequence& s) {
    return s.owner.empty() ? "" : qualified(s.owner) + "." + quote_identifier(s.owner_column);
}
/// `by range (a)`
template <class = pgmodel::detail::when_used>
std::string partitioning_text(const partitioning& how) {
    const std::string clause = partition_by_clause(how);
    return clause.empty() ? "" : clause.substr(11);
}

template <class Table>
std::string replica_text(const Table& t) {
    switch (t.replica_identity) {
        case replica_identity::nothing: return "nothing";
        case replica_identity::full: return "full";
        case replica_identity::index: return "index " + quote_identifier(t.replica_index);
        case replica_identity::primary_key: break;
    }
    return "default";
}

/// The names of the columns that both have, in the order of the first.
template <class Relation>
std::string common_columns(const Relation& first, const Relation& second) {
    std::vector<std::string> names;
    for (const auto& c : first.columns)
        for (const auto& other : second.columns)
            if (other.name == c.name) names.push_back(c.name);
    return list_text(names);
}

// ---- whole objects, for sentences that say that one is missing

inline std::string definition(const column& c) { return column_text(c); }
inline std::string definition(const key& k) { return list_text(k.columns); }
inline std::string definition(const foreign_key& f) {
    return foreign_key_text(f).substr(constraint_name(f.name).size());
}
inline std::string definition(const check& c) { return check_text(c).substr(constraint_name(c.name).size()); }
inline std::string definition(const exclusion& e) { return exclusion_text(e).substr(constraint_name(e.name).size()); }
template <class = pgmodel::detail::when_used>
std::string definition(const index& i) {
    return std::string(i.unique ? "unique " : "") + method_text(i.method) + " (" + keys_text(i.keys) + ")" +
           include_clause(i.include) + (i.condition.empty() ? "" : " where " + i.condition);
}
inline std::string definition(const statistics& s) { return statistics_definition(s); }
inline std::string definition(const partition& p) { return partition_bounds(p); }
inline std::string definition(const table&) { return ""; }
inline std::string definition(const enumeration& e) { return labels_text(e); }
inline std::string definition(const composite& c) { return attributes_text(c); }
inline std::string definition(const range& r) { return create_type(r).substr(create_type(r).find('(')); }
inline std::string definition(const schema_comment& s) { return comment_text(s.comment); }
inline std::string definition(const sequence&) { return ""; }

// ---- properties

template <class = pgmodel::detail::when_used>
void compare_properties(comparer& out, const column& e, const column& f) {
    out.property("type", e.type, f.type);
    out.property("default", e.serial ? "serial" : e.default_value, f.serial ? "serial" : f.default_value);
    out.property("nullability", e.not_null ? "not null" : "null", f.not_null ? "not null" : "null");
    out.property("identity", identity_text(e.identity), identity_text(f.identity));
    if (e.identity != identity_kind::none && f.identity != identity_kind::none)
        out.property("sequence", options_text(e.sequence), options_text(f.sequence));
    out.property("generated value", e.generated, f.generated);
    out.property("collation", name_text(e.collation), name_text(f.collation));
    out.property("storage", e.storage, f.storage);
    out.property("compression", e.compression, f.compression);
    out.property("statistics target", number_text(e.statistics), number_text(f.statistics));
    out.property("parameters", parameters_text(e.parameters), parameters_text(f.parameters));
    out.property("comment", comment_text(e.comment), comment_text(f.comment));
}

/// Of a column of a partition, which differs from that of its table where something is said.
template <class = pgmodel::detail::when_used>
void compare_own_columns(comparer& out, const column& e, const column& f) {
    const auto own = [](const std::string& said) { return said.empty() ? std::string("that of the table") : said; };
    const auto own_default = [&own](const column& c) { return c.default_value == "null" ? "" : own(c.default_value); };
    out.property("default", own_default(e), own_default(f));
    out.property("storage", own(e.storage), own(f.storage));
    out.property("compression", own(e.compression), own(f.compression));
    const auto own_target = [&own](const column& c) {
        return c.statistics == server_statistics ? "that of the server" : own(number_text(c.statistics));
    };
    out.property("statistics target", own_target(e), own_target(f));
    out.property("parameters", parameters_text(e.parameters), parameters_text(f.parameters));
    out.property("comment", comment_text(e.comment), comment_text(f.comment));
}

/// What keys, exclusion constraints and indexes have in common.
template <class Value>
void compare_index_parts(comparer& out, const Value& e, const Value& f) {
    out.property("included columns", list_text(e.include), list_text(f.include));
    if constexpr (requires { e.nulls_not_distinct; })
        out.property("treatment of nulls", nulls_text(e.nulls_not_distinct), nulls_text(f.nulls_not_distinct));
    if constexpr (requires { e.condition; }) out.property("condition", e.condition, f.condition);
    if constexpr (requires { e.deferred; })
        out.property("deferral", deferral_text(e.deferred), deferral_text(f.deferred));
    out.property("parameters", parameters_text(e.parameters), parameters_text(f.parameters));
    out.property("tablespace", e.tablespace, f.tablespace);
    out.property("comment", comment_text(e.comment), comment_text(f.comment));
}
template <class = pgmodel::detail::when_used>
void compare_properties(comparer& out, const key& e, const key& f) {
    out.property("columns", list_text(e.columns), list_text(f.columns));
    compare_index_parts(out, e, f);
}
template <class = pgmodel::detail::when_used>
void compare_properties(comparer& out, const exclusion& e, const exclusion& f) {
    out.property("method", method_text(e.method), method_text(f.method));
    out.property("elements", elements_text(e), elements_text(f));
    compare_index_parts(out, e, f);
}
template <class = pgmodel::detail::when_used>
void compare_properties(comparer& out, const index& e, const index& f) {
    out.property("method", method_text(e.method), method_text(f.method));
    out.property("uniqueness", e.unique ? "unique" : "not unique", f.unique ? "unique" : "not unique");
    out.property("keys", keys_text(e.keys), keys_text(f.keys));
    compare_index_parts(out, e, f);
}

template <class = pgmodel::detail::when_used>
void compare_properties(comparer& out, const statistics& e, const statistics& f) {
    out.property("definition", definition(e), definition(f));
    out.property("statistics target", number_text(e.target), number_text(f.target));
    out.property("comment", comment_text(e.comment), comment_text(f.comment));
}

template <class = pgmodel::detail::when_used>
void compare_properties(comparer& out, const foreign_key& e, const foreign_key& f) {
    const auto referred = [](const foreign_key& key) {
        return qualified(key.referred_schema, key.referred_table) + " " + column_list(key.referred_columns);
    };
    const auto action = [](referential_action a) { return std::string(action_name(a)); };
    out.property("columns", list_text(e.columns), list_text(f.columns));
    out.property("reference", referred(e), referred(f));
    out.property("action on delete", action(e.on_delete), action(f.on_delete));
    out.property("columns that a deletion sets", list_text(e.on_delete_columns), list_text(f.on_delete_columns));
    out.property("action on update", action(e.on_update), action(f.on_update));
    out.property("match", e.match_full ? "full" : "simple", f.match_full ? "full" : "simple");
    out.property("deferral", deferral_text(e.deferred), deferral_text(f.deferred));
    out.property("validity", valid_text(e.not_valid), valid_text(f.not_valid));
    out.property("comment", comment_text(e.comment), comment_text(f.comment));
}

template <class = pgmodel::detail::when_used>
void compare_properties(comparer& out, const check& e, const check& f) {
    out.property("condition", e.condition, f.condition);
    out.property("inheritance", e.no_inherit ? "no inherit" : "inherit", f.no_inherit ? "no inherit" : "inherit");
    out.property("validity", valid_text(e.not_valid), valid_text(f.not_valid));
    out.property("comment", comment_text(e.comment), comment_text(f.comment));
}

/// Where nothing is said, anybody may be the owner; and a database may have been read without its owners.
inline void compare_owners(comparer& out, const std::string& e, const std::string& f) {
    if (!e.empty() && !f.empty()) out.property("owner", e, f);
}
/// Of a table or a partition.
template <class Table>
void compare_table_properties(comparer& out, const Table& e, const Table& f) {
    out.property("persistence", persistence_text(e.persistence), persistence_text(f.persistence));
    out.property("access method", e.access_method, f.access_method);
    out.property("parameters", parameters_text(e.parameters), parameters_text(f.parameters));
    out.property("tablespace", e.tablespace, f.tablespace);
    out.property("partitioning", partitioning_text(e.partitioned), partitioning_text(f.partitioned));
    out.property("replica identity", replica_text(e), replica_text(f));
    out.property("index to cluster by", e.cluster_index, f.cluster_index);
    const auto security = [](const Table& t) {
        if (!t.row_security) return t.force_row_security ? "disabled, but forced" : "disabled";
        return t.force_row_security ? "forced" : "enabled";
    };
    out.property("row-level security", security(e), security(f));
    compare_owners(out, e.owner, f.owner);
    out.property("comment", comment_text(e.comment), comment_text(f.comment));
}
template <class = pgmodel::detail::when_used>
void compare_properties(comparer& out, const partition& e, const partition& f) {
    out.property("bounds", partition_bounds(e), partition_bounds(f));
    compare_table_properties(out, e, f);
}
inline void compare_properties(comparer& out, const table& e, const table& f) { compare_table_properties(out, e, f); }

template <class = pgmodel::detail::when_used>
void compare_properties(comparer& out, const enumeration& e, const enumeration& f) {
    out.property("labels", labels_text(e), labels_text(f));
    out.property("comment", comment_text(e.comment), comment_text(f.comment));
}
template <class = pgmodel::detail::when_used>
void compare_properties(comparer& out, const composite& e, const composite& f) {
    out.property("attributes", attributes_text(e), attributes_text(f));
    out.property("comment", comment_text(e.comment), comment_text(f.comment));
}
template <class = pgmodel::detail::when_used>
void compare_properties(comparer& out, const range& e, const range& f) {
    out.property("definition", definition(e), definition(f));
    out.property("comment", comment_text(e.comment), comment_text(f.comment));
}
inline void compare_properties(comparer& out, const schema_comment& e, const schema_comment& f) {
    out.property("comment", comment_text(e.comment), comment_text(f.comment));
}
template <class = pgmodel::detail::when_used>
void compare_properties(comparer& out, const sequence& e, const sequence& f) {
    out.property("type", e.type, f.type);
    out.property("persistence", persistence_text(e.persistence), persistence_text(f.persistence));
    out.property("options", options_text(e.options), options_text(f.options));
    out.property("owner", owner_text(e), owner_text(f));
    out.property("comment", comment_text(e.comment), comment_text(f.comment));
}

template <class Value>
bool same_properties(const Value& a, const Value& b) {
    comparer out;
    compare_properties(out, a, b);
    return out.differences.empty();
}

}  // namespace detail
}  // namespace pgmodel::schema
