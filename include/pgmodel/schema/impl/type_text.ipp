// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/schema/comment_text.hpp>
#include <pgmodel/schema/constraint_text.hpp>
#include <pgmodel/schema/function_text.hpp>
#include <pgmodel/schema/object_order.hpp>
#include <pgmodel/schema/type_text.hpp>

#include <string>
#include <vector>

namespace pgmodel::schema {

PGMODEL_BODY
std::string create_type(const enumeration& e) {
    std::string out = "create type " + detail::qualified(e.schema, e.name) + " as enum (";
    for (const auto& label : e.labels) {
        if (&label != &e.labels[0]) out += ", ";
        quote_literal(label, out);
    }
    return out + ")";
}

PGMODEL_BODY
std::string create_type(const composite& c) {
    std::string out = "create type " + detail::qualified(c.schema, c.name) + " as (";
    for (const auto& attribute : c.attributes) {
        if (&attribute != &c.attributes[0]) out += ", ";
        out += quote_identifier(attribute.name) + " " + attribute.type;
        if (!attribute.collation.empty()) out += " collate " + detail::qualified(attribute.collation);
    }
    return out + ")";
}

PGMODEL_BODY
std::string create_type(const range& r) {
    std::string out = "create type " + detail::qualified(r.schema, r.name) + " as range (subtype = " + r.subtype;
    if (!r.operator_class.empty()) out += ", subtype_opclass = " + detail::qualified(r.operator_class);
    if (!r.collation.empty()) out += ", collation = " + detail::qualified(r.collation);
    if (!r.subtype_diff.empty()) out += ", subtype_diff = " + detail::qualified(r.subtype_diff);
    if (!r.multirange.empty()) out += ", multirange_type_name = " + detail::qualified(r.schema, r.multirange);
    return out + ")";
}

PGMODEL_BODY
std::string create_domain(const domain& d) {
    std::string out = "create domain " + detail::qualified(d.schema, d.name) + " as " + d.type;
    if (!d.collation.empty()) out += " collate " + detail::qualified(d.collation);
    if (!d.default_value.empty()) out += " default " + d.default_value;
    if (d.not_null) out += " not null";
    for (const auto& c : d.checks)
        if (!c.not_valid) out += " " + detail::check_text(c);
    return out;
}
PGMODEL_BODY
std::string add_check(const domain& d, const check& c) {
    return "alter domain " + detail::qualified(d.schema, d.name) + " add " + detail::check_text(c);
}

namespace detail {

PGMODEL_BODY
void add_type(const composite& c, std::vector<std::string>& out) {
    out.push_back(create_type(c));
    add_comment("type " + qualified(c.schema, c.name), c.comment, out);
    for (const auto& a : c.attributes)
        add_comment("column " + qualified(c.schema, c.name) + "." + quote_identifier(a.name), a.comment, out);
}
PGMODEL_BODY
void add_type(const range& r, std::vector<std::string>& out) {
    out.push_back(create_type(r));
    add_comment("type " + qualified(r.schema, r.name), r.comment, out);
}
PGMODEL_BODY
void add_type(const domain& d, std::vector<std::string>& out) {
    const std::string name = qualified(d.schema, d.name);
    out.push_back(create_domain(d));
    for (const auto& c : d.checks)
        if (c.not_valid) out.push_back(add_check(d, c));
    add_comment("domain " + name, d.comment, out);
    for (const auto& c : d.checks)
        add_comment("constraint " + quote_identifier(c.name) + " on domain " + name, c.comment, out);
}

}  // namespace detail

PGMODEL_BODY
void add_types(const database& db, std::vector<std::string>& out) {
    for (const auto& e : db.enumerations) {
        out.push_back(create_type(e));
        detail::add_comment("type " + detail::qualified(e.schema, e.name), e.comment, out);
    }
    for (const auto& type : detail::types_in_order(db)) {
        if (type.function) detail::add_function(*type.function, out);
        else if (type.domain) detail::add_type(*type.domain, out);
        else if (type.range) detail::add_type(*type.range, out);
        else detail::add_type(*type.composite, out);
    }
}

PGMODEL_BODY
void drop_types(const database& db, std::vector<std::string>& out) {
    const auto types = detail::types_in_order(db);
    for (std::size_t i = types.size(); i-- > 0;)
        out.push_back(types[i].function ? drop_function(*types[i].function)
                      : types[i].domain ? "drop domain if exists " + types[i].name()
                                        : "drop type if exists " + types[i].name());
    for (const auto& e : db.enumerations) out.push_back("drop type if exists " + detail::qualified(e.schema, e.name));
}

}  // namespace pgmodel::schema
