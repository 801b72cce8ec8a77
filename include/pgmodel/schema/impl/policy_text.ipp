// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/schema/comment_text.hpp>
#include <pgmodel/schema/policy.hpp>
#include <pgmodel/schema/policy_text.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace pgmodel::schema {
namespace detail {

PGMODEL_BODY
std::string role_list(const std::vector<std::string>& roles) {
    std::string out;
    for (const auto& role : roles) {
        const bool word =
            role == "public" || role == "current_user" || role == "current_role" || role == "session_user";
        out += (out.empty() ? "" : ", ") + (word ? role : quote_identifier(role));
    }
    return out;
}

PGMODEL_BODY
std::string policy_definition(const policy& p) {
    std::string out;
    if (p.restrictive) out += " as restrictive";
    if (p.command != policy_command::all) (out += " for ") += word_of(p.command);
    if (!p.roles.empty()) out += " to " + role_list(p.roles);
    if (!p.condition.empty()) out += " using (" + p.condition + ")";
    if (!p.check.empty()) out += " with check (" + p.check + ")";
    return out;
}

}  // namespace detail

PGMODEL_BODY
std::string create_policy(const qualified_name& on, const policy& p) {
    return "create policy " + quote_identifier(p.name) + " on " + detail::qualified(on) + detail::policy_definition(p);
}
PGMODEL_BODY
std::string drop_policy(const qualified_name& on, const policy& p) {
    return "drop policy " + quote_identifier(p.name) + " on " + detail::qualified(on);
}

PGMODEL_BODY
std::string grant_text(const grant& g) {
    std::string out = g.revoked ? "revoke " : "grant ";
    for (const auto& what : g.privileges) {
        if (&what != &g.privileges[0]) out += ", ";
        out += detail::word_of(what);
        if (!g.columns.empty()) out += " " + detail::column_list(g.columns);
    }
    ((out += " on ") += detail::word_of(g.target)) += " " + detail::qualified(g.object);
    if (g.target == privilege_target::function || g.target == privilege_target::procedure) {
        out += "(";
        for (const auto& type : g.argument_types) out += (&type == &g.argument_types[0] ? "" : ", ") + type;
        out += ")";
    }
    out += (g.revoked ? " from " : " to ") + detail::role_list(g.roles);
    return out + (g.grantable && !g.revoked ? " with grant option" : "");
}

PGMODEL_BODY
std::string set_owner(const std::string& kind, const qualified_name& of, const std::string& role) {
    return "alter " + kind + " " + detail::qualified(of) + " owner to " + quote_identifier(role);
}

}  // namespace pgmodel::schema
