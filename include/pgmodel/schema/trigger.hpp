// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Triggers and rules as plain values.
#pragma once

#include <pgmodel/model/properties.hpp>
#include <pgmodel/schema/parts.hpp>

#include <string>
#include <vector>

namespace pgmodel::schema {

/// A trigger of a table or view. The server runs those of one moment in the order of their names.
struct trigger {
    std::string name{};
    trigger_timing timing = trigger_timing::after;
    bool on_insert = false;
    bool on_update = false;
    bool on_delete = false;
    bool on_truncate = false;
    std::vector<std::string> update_columns{};  ///< only when one of them is named in SET; empty: any
    bool for_each_row = false;                  ///< else once for a statement
    std::string condition{};                    ///< of WHEN; empty: always
    std::string old_table{};                    ///< the name of the rows as they were, for its function
    std::string new_table{};
    qualified_name function{};
    std::vector<std::string> arguments{};
    bool constraint = false;
    deferral deferred = deferral::not_deferrable;  ///< of a constraint trigger
    trigger_state state = trigger_state::enabled;
    std::string comment{};

    bool operator==(const trigger&) const = default;
};

/// A rewrite rule of a table or view, except that which makes a view of it.
struct rule {
    std::string name{};
    rule_event event = rule_event::update;
    std::string condition{};  ///< empty: for every row
    bool instead = false;
    std::string action{};  ///< a statement; empty: nothing
    trigger_state state = trigger_state::enabled;  ///< a rule is enabled as a trigger is
    std::string comment{};

    bool operator==(const rule&) const = default;
};

}  // namespace pgmodel::schema
