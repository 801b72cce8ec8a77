// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/schema/constraint_text.hpp>
#include <pgmodel/schema/text_parts.hpp>

#include <string>

namespace pgmodel::schema {
namespace detail {

PGMODEL_BODY
std::string constraint_name(const std::string& name) {
    return name.empty() ? "" : "constraint " + quote_identifier(name) + " ";
}

PGMODEL_BODY
std::string key_text(const key& k, const char* words) {
    return constraint_name(k.name) + words + (k.nulls_not_distinct ? " nulls not distinct " : " ") +
           column_list(k.columns) + include_clause(k.include) + with_clause(k.parameters) +
           tablespace_clause(" using index tablespace ", k.tablespace) + deferral_clause(k.deferred);
}

PGMODEL_BODY
std::string primary_key_text(const key& k) { return key_text(k, "primary key"); }
PGMODEL_BODY
std::string unique_text(const key& k) { return key_text(k, "unique"); }

PGMODEL_BODY
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

PGMODEL_BODY
std::string check_text(const check& c) {
    return constraint_name(c.name) + "check (" + c.condition + ")" + (c.no_inherit ? " no inherit" : "") +
           (c.not_valid ? " not valid" : "");
}

PGMODEL_BODY
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

PGMODEL_BODY
std::string add_to(const table& t, const std::string& constraint) {
    return "alter table " + qualified(t.schema, t.name) + " add " + constraint;
}

}  // namespace detail

PGMODEL_BODY
std::string add_foreign_key(const table& t, const foreign_key& key) {
    return detail::add_to(t, detail::foreign_key_text(key));
}
PGMODEL_BODY
std::string add_check(const table& t, const check& c) { return detail::add_to(t, detail::check_text(c)); }
PGMODEL_BODY
std::string add_unique(const table& t, const key& k) { return detail::add_to(t, detail::unique_text(k)); }
PGMODEL_BODY
std::string add_primary_key(const table& t, const key& k) { return detail::add_to(t, detail::primary_key_text(k)); }
PGMODEL_BODY
std::string add_exclusion(const table& t, const exclusion& e) { return detail::add_to(t, detail::exclusion_text(e)); }
PGMODEL_BODY
std::string validate_constraint(const table& t, const std::string& name) {
    return "alter table " + detail::qualified(t.schema, t.name) + " validate constraint " + quote_identifier(name);
}
PGMODEL_BODY
std::string drop_constraint(const table& t, const std::string& name) {
    return "alter table " + detail::qualified(t.schema, t.name) + " drop constraint " + quote_identifier(name);
}

}  // namespace pgmodel::schema
