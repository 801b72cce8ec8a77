// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// How one schema is made of another.
#pragma once

#include <pgmodel/schema/values.hpp>

#include <string>
#include <vector>

namespace pgmodel::schema {

/// What rows that are there get in a column that must not be NULL and has no default.
struct filling {
    qualified_name table{};
    std::string column{};
    std::string value{};  ///< SQL

    bool operator==(const filling&) const = default;
};

/// How `alter_statements` changes a database.
struct alter_options {
    /// Indexes are made CONCURRENTLY, and constraints NOT VALID first, so that programs can go on meanwhile; it takes
    /// more steps, some of which cannot run within a transaction.
    bool online = false;
    std::vector<filling> filled{};  ///< of columns that are made
    /// The schema whose objects the server prints without it.
    std::string current{};
};

}  // namespace pgmodel::schema
