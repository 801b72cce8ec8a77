// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Constraints as they stand in CREATE TABLE and behind ALTER TABLE ... ADD.
#pragma once

#include <pgmodel/schema/text_parts.hpp>

#include <string>

namespace pgmodel::schema {
namespace detail {

inline std::string_view action_name(referential_action action) {
    switch (action) {
        case referential_action::restrict_: return "restrict";
        case referential_action::cascade: return "cascade";
        case referential_action::set_null: return "set null";
        case referential_action::set_default: return "set default";
        case referential_action::no_action: break;
    }
    return "no action";
}

template <class = when_used>
std::string constraint_name(const std::string& name) {
    return name.empty() ? "" : "constraint " + quote_identifier(name) + " ";
}

template <class = when_used>
std::string key_text(const key& k, const char* words) {
    return constraint_name(k.name) + words + (k.nulls_not_distinct ? " nulls not distinct " : " ") +
           column_list(k.columns) + include_clause(k.include) + with_clause(k.parameters) +
           tablespace_clause(" using index tablespace ", k.tablespace) + deferral_clause(k.deferred);
}

/// `constraint name primary key (id) include (x)`
template <class = when_used>
std::string primary_key_text(const key& k) {
    return key_text(k, "primary key");
}
template <class = when_used>
std::string unique_text(const key& k) {
    return key_text(k, "unique");
}

template <class = when_used>
std::string foreign_key_text(const foreign_key& key) {
    std::string out = constraint_name(key.name) + "foreign key " + column_list(key.columns) + " references " +
                      qualified(key.referred_schema, key.referred_table) + " " + column_list(key.referred_columns);
    if (key.match_full) out += " match full";
    if (key.on_delete != referential_action::no_action) (out += " on delete ") += action_name(key.on_delete);
    if (!key.on_delete_columns.empty()) out += " " + column_list(key.on_delete_columns);
    if (key.on_update != referential_action::no_action) (out += " on update ") += action_name(key.on_update);
    out += deferral_clause(key.deferred);
    if (key.not_valid) out += " not valid";
    return out;
}

template <class = when_used>
std::string check_text(const check& c) {
    return constraint_name(c.name) + "check (" + c.condition + ")" + (c.no_inherit ? " no inherit" : "") +
           (c.not_valid ? " not valid" : "");
}

/// `constraint name exclude using gist (room with =, during with &&) where (room > 100)`
template <class = when_used>
std::string exclusion_text(const exclusion& e) {
    std::string out = constraint_name(e.name) + "exclude" + method_clause(e.method) + " (";
    for (const auto& element : e.elements) {
        if (&element != &e.elements[0]) out += ", ";
        out += key_text(element.key) + " with " + element.operator_text;
    }
    out += ")" + include_clause(e.include) + with_clause(e.parameters) +
           tablespace_clause(" using index tablespace ", e.tablespace);
    if (!e.condition.empty()) out += " where (" + e.condition + ")";
    return out + deferral_clause(e.deferred);
}

/// `alter table t add ...`
template <class = when_used>
std::string add_to(const table& t, const std::string& constraint) {
    return "alter table " + qualified(t.schema, t.name) + " add " + constraint;
}

}  // namespace detail

/// `alter table ... add constraint ... foreign key ...`
template <class = detail::when_used>
std::string add_foreign_key(const table& t, const foreign_key& key) {
    return detail::add_to(t, detail::foreign_key_text(key));
}
/// `alter table ... add constraint ... check (...) not valid`
template <class = detail::when_used>
std::string add_check(const table& t, const check& c) {
    return detail::add_to(t, detail::check_text(c));
}
/// `alter table ... add constraint ... unique (...)`
template <class = detail::when_used>
std::string add_unique(const table& t, const key& k) {
    return detail::add_to(t, detail::unique_text(k));
}
/// `alter table ... add constraint ... primary key (...)`
template <class = detail::when_used>
std::string add_primary_key(const table& t, const key& k) {
    return detail::add_to(t, detail::primary_key_text(k));
}
/// `alter table ... add constraint ... exclude ...`
template <class = detail::when_used>
std::string add_exclusion(const table& t, const exclusion& e) {
    return detail::add_to(t, detail::exclusion_text(e));
}
/// Checks the rows that were there before a NOT VALID constraint.
template <class = detail::when_used>
std::string validate_constraint(const table& t, const std::string& name) {
    return "alter table " + detail::qualified(t.schema, t.name) + " validate constraint " + quote_identifier(name);
}
/// `alter table ... drop constraint ...`
template <class = detail::when_used>
std::string drop_constraint(const table& t, const std::string& name) {
    return "alter table " + detail::qualified(t.schema, t.name) + " drop constraint " + quote_identifier(name);
}

}  // namespace pgmodel::schema
