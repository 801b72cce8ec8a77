// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Who may see and do what: policies of rows, and grants, as plain values.
#pragma once

#include <pgmodel/model/properties.hpp>
#include <pgmodel/schema/many.hpp>
#include <pgmodel/schema/parts.hpp>

#include <string>
#include <vector>

namespace pgmodel::schema {

/// A policy of row-level security.
struct policy {
    std::string name{};
    policy_command command = policy_command::all;
    bool restrictive = false;          ///< else it suffices that one of the permissive ones lets a row pass
    std::vector<std::string> roles{};  ///< empty: everybody
    std::string condition{};           ///< of USING: which rows are seen
    std::string check{};               ///< of WITH CHECK: which rows may be written
    std::string comment{};

    bool operator==(const policy&) const = default;
};

/// Privileges on an object, or on columns of it, given to roles.
struct grant {
    privilege_target target = privilege_target::table;
    qualified_name object{};                    ///< of a schema only the name
    std::vector<std::string> argument_types{};  ///< of a function
    std::vector<std::string> columns{};         ///< of a table; empty: all of it
    many<privilege> privileges{};
    std::vector<std::string> roles{};  ///< `public`: everybody
    bool grantable = false;            ///< they may pass them on
    bool revoked = false;              ///< taken away instead of given

    bool operator==(const grant&) const = default;
};

}  // namespace pgmodel::schema
