// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// How what belongs to a table is called in SQL, and other names for it.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/schema/alteration.hpp>
#include <pgmodel/schema/names.hpp>

#include <string>
#include <type_traits>

namespace pgmodel::schema::detail {

template <class Value>
inline constexpr bool is_constraint = std::is_same_v<Value, key> || std::is_same_v<Value, foreign_key> ||
                                      std::is_same_v<Value, check> || std::is_same_v<Value, exclusion>;
/// What stands in the way of a change of a column's type, which constraints and indexes do not.
template <class Value>
inline constexpr bool is_table_object =
    std::is_same_v<Value, trigger> || std::is_same_v<Value, rule> || std::is_same_v<Value, policy>;

/// `constraint name on t`, `index name`: as COMMENT and ALTER name it.
template <class Value>
std::string object_of(const qualified_name& on, const Value& v) {
    const std::string name = quote_identifier(v.name);
    if constexpr (std::is_same_v<Value, index>) return "index " + qualified(on.schema, v.name);
    else if constexpr (std::is_same_v<Value, statistics>) return "statistics " + qualified(on.schema, v.name);
    else if constexpr (std::is_same_v<Value, trigger>) return "trigger " + name + " on " + qualified(on);
    else if constexpr (std::is_same_v<Value, rule>) return "rule " + name + " on " + qualified(on);
    else if constexpr (std::is_same_v<Value, policy>) return "policy " + name + " on " + qualified(on);
    else return "constraint " + name + " on " + qualified(on);
}

/// `alter table t rename constraint a to b`
template <class Value>
std::string rename_part_text(const qualified_name& on, const Value& e, const Value& f) {
    const std::string to = " rename to " + quote_identifier(e.name);
    if constexpr (is_constraint<Value>)
        return "alter table " + qualified(on) + " rename constraint " + quote_identifier(f.name) + to.substr(7);
    else return "alter " + object_of(on, f) + to;
}

/// Is a name one that what belongs to another table of the schema is to have? Indexes, also those of constraints, share
/// their names with all tables.
template <class = pgmodel::detail::when_used>
bool is_wanted_elsewhere(const alteration& out, const qualified_name& on, const std::string& name) {
    bool wanted = false;
    const auto look = [&](const auto& list) {
        for (const auto& each : list) wanted |= each.name == name;
    };
    for (const auto& t : out.expected.tables)
        each_part(t, [&](const auto& part) {
            if (part.schema != on.schema || part.name == on.name) return;
            wanted |= part.primary_key.name == name;
            look(part.unique_keys), look(part.exclusions), look(part.indexes);
        });
    for (const auto& v : out.expected.views)
        if (v.schema == on.schema && v.name != on.name) look(v.indexes);
    return wanted;
}

template <class Value>
void rename_part(alteration& out, const qualified_name& on, const Value& e, const Value& f) {
    constexpr bool has_index =
        std::is_same_v<Value, key> || std::is_same_v<Value, exclusion> || std::is_same_v<Value, index>;
    Value now = f;
    if (has_index && is_wanted_elsewhere(out, on, f.name)) {
        now.name = object_name(on.name, f.name, "aside");
        out.add(phase::renames_aside, rename_part_text(on, now, f));
    }
    out.add(phase::renames, rename_part_text(on, e, now));
}

}  // namespace pgmodel::schema::detail
