// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/schema/comment_text.hpp>
#include <pgmodel/schema/text_parts.hpp>

#include <string>
#include <vector>

namespace pgmodel::schema {

PGMODEL_BODY
std::string comment_on(const std::string& object, const std::string& comment) {
    std::string out = "comment on " + object + " is ";
    if (comment.empty()) return out + "null";
    quote_literal(comment, out);
    return out;
}

namespace detail {

PGMODEL_BODY
void add_comments(const table& t, std::vector<std::string>& out) {
    const std::string name = qualified(t.schema, t.name);
    const auto say = [&out](const std::string& object, const std::string& comment) {
        if (!comment.empty()) out.push_back(comment_on(object, comment));
    };
    say("table " + name, t.comment);
    for (const auto& c : t.columns) say("column " + name + "." + quote_identifier(c.name), c.comment);
    const auto constraint = [&](const auto& c) {
        say("constraint " + quote_identifier(c.name) + " on " + name, c.comment);
    };
    constraint(t.primary_key);
    for (const auto& k : t.unique_keys) constraint(k);
    for (const auto& c : t.checks) constraint(c);
    for (const auto& f : t.foreign_keys) constraint(f);
    for (const auto& e : t.exclusions) constraint(e);
    for (const auto& i : t.indexes) say("index " + qualified(t.schema, i.name), i.comment);
}

}  // namespace detail

}  // namespace pgmodel::schema
