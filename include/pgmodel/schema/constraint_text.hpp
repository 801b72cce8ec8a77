// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Constraints as they stand in CREATE TABLE and behind ALTER TABLE ... ADD.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/schema/text_parts.hpp>

#include <string>

namespace pgmodel::schema {
namespace detail {

inline std::string_view action_name(referential_action action) {
    switch (action) {
        case referential_action::restrict_: return "restrict";
        case referential_action::cascade: return "cascade";
        case referential_action::set_null: return "set null";
        case referential_action::set_default: return "set default";
        case referential_action::no_action: break;
    }
    return "no action";
}

PGMODEL_FUNCTION
std::string constraint_name(const std::string& name);

PGMODEL_FUNCTION
std::string key_text(const key& k, const char* words);

/// `constraint name primary key (id) include (x)`
PGMODEL_FUNCTION
std::string primary_key_text(const key& k);
PGMODEL_FUNCTION
std::string unique_text(const key& k);

PGMODEL_FUNCTION
std::string foreign_key_text(const foreign_key& key);

PGMODEL_FUNCTION
std::string check_text(const check& c);

/// `constraint name exclude using gist (room with =, during with &&) where (room > 100)`
PGMODEL_FUNCTION
std::string exclusion_text(const exclusion& e);

/// `alter table t add ...`
PGMODEL_FUNCTION
std::string add_to(const table& t, const std::string& constraint);

}  // namespace detail

/// `alter table ... add constraint ... foreign key ...`
PGMODEL_FUNCTION
std::string add_foreign_key(const table& t, const foreign_key& key);
/// `alter table ... add constraint ... check (...) not valid`
PGMODEL_FUNCTION
std::string add_check(const table& t, const check& c);
/// `alter table ... add constraint ... unique (...)`
PGMODEL_FUNCTION
std::string add_unique(const table& t, const key& k);
/// `alter table ... add constraint ... primary key (...)`
PGMODEL_FUNCTION
std::string add_primary_key(const table& t, const key& k);
/// `alter table ... add constraint ... exclude ...`
PGMODEL_FUNCTION
std::string add_exclusion(const table& t, const exclusion& e);
/// Checks the rows that were there before a NOT VALID constraint.
PGMODEL_FUNCTION
std::string validate_constraint(const table& t, const std::string& name);
/// `alter table ... drop constraint ...`
PGMODEL_FUNCTION
std::string drop_constraint(const table& t, const std::string& name);

}  // namespace pgmodel::schema

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/schema/impl/constraint_text.ipp>
#endif
