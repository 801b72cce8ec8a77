// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// CREATE POLICY, GRANT and REVOKE.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/schema/comment_text.hpp>
#include <pgmodel/schema/policy.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace pgmodel::schema {
namespace detail {

/// `public` is no role but everybody, and these words stand for whoever runs the statement.
PGMODEL_FUNCTION
std::string role_list(const std::vector<std::string>& roles);

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
    constexpr std::string_view words[]{"all",        "select",  "insert", "update", "delete",  "truncate",
                                       "references", "trigger", "usage",  "create", "execute", "maintain"};
    return words[static_cast<std::size_t>(what)];
}

inline std::string_view word_of(privilege_target target) {
    constexpr std::string_view words[]{"table", "sequence", "schema", "function", "procedure", "type", "domain"};
    return words[static_cast<std::size_t>(target)];
}

/// What stands behind the name and the table.
PGMODEL_FUNCTION
std::string policy_definition(const policy& p);

}  // namespace detail

/// `create policy name on t as restrictive for select to role using (condition) with check (condition)`
PGMODEL_FUNCTION
std::string create_policy(const qualified_name& on, const policy& p);
/// `drop policy name on t`
PGMODEL_FUNCTION
std::string drop_policy(const qualified_name& on, const policy& p);

/// `grant select (a, b), insert (a, b) on table t to role with grant option`, or `revoke ... from role`
PGMODEL_FUNCTION
std::string grant_text(const grant& g);

/// `alter table t owner to role`; `kind` is `table`, `view` or `materialized view`.
PGMODEL_FUNCTION
std::string set_owner(const std::string& kind, const qualified_name& of, const std::string& role);

namespace detail {

template <class Table>
void add_policies(const Table& t, std::vector<std::string>& out) {
    const qualified_name name{t.schema, t.name};
    if (t.row_security) out.push_back("alter table " + qualified(name) + " enable row level security");
    if (t.force_row_security) out.push_back("alter table " + qualified(name) + " force row level security");
    for (const auto& p : t.policies) {
        out.push_back(create_policy(name, p));
        add_comment("policy " + quote_identifier(p.name) + " on " + qualified(name), p.comment, out);
    }
}

}  // namespace detail
}  // namespace pgmodel::schema

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/schema/impl/policy_text.ipp>
#endif
