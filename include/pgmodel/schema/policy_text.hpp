// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// CREATE POLICY, GRANT and REVOKE.
#pragma once

#include <pgmodel/schema/comment_text.hpp>
#include <pgmodel/schema/policy.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace pgmodel::schema {
namespace detail {

/// `public` is no role but everybody, and these words stand for whoever runs the statement.
template <class = when_used>
std::string role_list(const std::vector<std::string>& roles) {
    std::string out;
    for (const auto& role : roles) {
        const bool word =
            role == "public" || role == "current_user" || role == "current_role" || role == "session_user";
        out += (out.empty() ? "" : ", ") + (word ? role : quote_identifier(role));
    }
    return out;
}

inline std::string_view word_of(policy_command command) {
    switch (command) {
        case policy_command::select: return "select";
        case policy_command::insert: return "insert";
        case policy_command::update: return "update";
        case policy_command::delete_: return "delete";
        case policy_command::all: break;
    }
    return "all";
}

inline std::string_view word_of(privilege what) {
    constexpr std::string_view words[]{"all",        "select",  "insert", "update", "delete", "truncate",
                                       "references", "trigger", "usage",  "create", "execute"};
    return words[static_cast<std::size_t>(what)];
}

inline std::string_view word_of(privilege_target target) {
    constexpr std::string_view words[]{"table", "sequence", "schema", "function", "procedure", "type", "domain"};
    return words[static_cast<std::size_t>(target)];
}

/// What stands behind the name and the table.
template <class = when_used>
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

/// `create policy name on t as restrictive for select to role using (condition) with check (condition)`
template <class = detail::when_used>
std::string create_policy(const qualified_name& on, const policy& p) {
    return "create policy " + quote_identifier(p.name) + " on " + detail::qualified(on) + detail::policy_definition(p);
}
/// `drop policy name on t`
template <class = detail::when_used>
std::string drop_policy(const qualified_name& on, const policy& p) {
    return "drop policy " + quote_identifier(p.name) + " on " + detail::qualified(on);
}

/// `grant select (a, b), insert (a, b) on table t to role with grant option`, or `revoke ... from role`
template <class = detail::when_used>
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

/// `alter table t owner to role`; `kind` is `table`, `view` or `materialized view`.
template <class = detail::when_used>
std::string set_owner(const std::string& kind, const qualified_name& of, const std::string& role) {
    return "alter " + kind + " " + detail::qualified(of) + " owner to " + quote_identifier(role);
}

namespace detail {

template <class Table>
void add_policies(const Table& t, std::vector<std::string>& out) {
    const qualified_name name{t.schema, t.name};
    if (t.row_security) out.push_back("alter table " + qualified(name) + " enable row level security");
    if (t.force_row_security) out.push_back("alter table " + qualified(name) + " force row level security");
    for (const auto& p : t.policies) {
        out.push_back(create_policy(name, p));
        if (!p.comment.empty())
            out.push_back(comment_on("policy " + quote_identifier(p.name) + " on " + qualified(name), p.comment));
    }
}

}  // namespace detail
}  // namespace pgmodel::schema
