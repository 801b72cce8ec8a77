// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// CREATE TRIGGER and CREATE RULE.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/schema/comment_text.hpp>
#include <pgmodel/schema/constraint_text.hpp>
#include <pgmodel/schema/trigger.hpp>

#include <string>
#include <vector>

namespace pgmodel::schema {

namespace detail {

/// What stands behind the name; `on` names the table, or is empty.
PGMODEL_FUNCTION
std::string trigger_definition(const trigger& t, const std::string& on);

}  // namespace detail

/// `create trigger name before insert or update of a on t for each row when (condition) execute function f('x')`
PGMODEL_FUNCTION
std::string create_trigger(const qualified_name& on, const trigger& t);
/// `drop trigger name on t`
PGMODEL_FUNCTION
std::string drop_trigger(const qualified_name& on, const trigger& t);

/// `alter table t disable trigger name`, `enable replica trigger`, `enable always trigger`
PGMODEL_FUNCTION
std::string set_trigger_state(const qualified_name& on, const trigger& t);
/// `alter table t disable rule name`, `enable replica rule`, `enable always rule`
PGMODEL_FUNCTION
std::string set_rule_state(const qualified_name& on, const rule& r);

namespace detail {

PGMODEL_FUNCTION
std::string rule_definition(const rule& r, const std::string& on);

}  // namespace detail

/// `create rule name as on update to t where condition do instead action`
PGMODEL_FUNCTION
std::string create_rule(const qualified_name& on, const rule& r);
/// `drop rule name on t`
PGMODEL_FUNCTION
std::string drop_rule(const qualified_name& on, const rule& r);

namespace detail {

PGMODEL_FUNCTION
void add_rules(const qualified_name& on, const many<rule>& rules, std::vector<std::string>& out);
PGMODEL_FUNCTION
void add_triggers(const qualified_name& on, const many<trigger>& triggers, std::vector<std::string>& out);

}  // namespace detail
}  // namespace pgmodel::schema

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/schema/impl/trigger_text.ipp>
#endif
