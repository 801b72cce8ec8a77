// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What the steps from one schema to another are collected in: by phases, each of which finds what it needs done by
// those before it.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/schema/alter_options.hpp>
#include <pgmodel/schema/compare_tables.hpp>
#include <pgmodel/schema/object_order.hpp>
#include <pgmodel/schema/step.hpp>
#include <pgmodel/schema/table_mention.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pgmodel::schema {
namespace detail {

enum class phase : std::uint8_t {
    labels,  // of enums: each can be used only after its transaction
    concurrent_drops,  // of indexes, before any transaction
    revokes,
    freed_functions,  // of parts that call them, where they go with the views
    dropped_views,
    dropped_objects,  // triggers, rules, policies: what speaks of tables
    dropped_foreign_keys,
    dropped_parts,  // other constraints, indexes, statistics
    dropped_defaults,
    dropped_columns,
    dropped_tables,
    dropped_functions,  // that are made anew
    renames_aside,  // of what another one is to be called
    renames,
    schemas,
    types,
    type_changes,
    sequences,
    functions,  // that speak of no table
    tables,
    column_functions,  // that new columns call, of the functions that speak of tables
    types_of_columns,
    columns,
    filled_columns,  // from other tables, which have new columns by then
    detached_partitions,  // whose columns have changed along with those of their table
    partitions,
    parts,
    settings,
    foreign_keys,
    objects,  // views, and functions that speak of tables
    late_parts,  // that call these functions
    triggers,
    comments,
    grants,
    owners,
    // Up to here all that goes for a while is back, in one transaction.
    fills,  // of rows, while programs go on
    filled_checks,  // that refuse rows of which not all is filled
    new_triggers,  // that do not run for these
    filled_from,  // columns and tables that go, of which others are filled
    concurrent_parts,
    on_concurrent_parts,  // what needs such an index
    leftovers,  // functions and sequences that nothing needs any more
    leftover_types,
    validations,
    count
};

/// A column of a table.
struct column_place {
    qualified_name table{};
    std::string column{};

    bool operator==(const column_place&) const = default;
};

/// The schemas in which something is a type of this name.
template <class = pgmodel::detail::when_used>
std::vector<std::string> schemas_of_types(const database& db, std::string_view name) {
    std::vector<std::string> schemas;
    const auto add = [&](const auto& list) {
        for (const auto& each : list)
            if (each.name == name) schemas.push_back(each.schema);
    };
    add(db.enumerations), add(db.domains), add(db.composites), add(db.ranges), add(db.tables), add(db.views);
    return schemas;
}
template <class = pgmodel::detail::when_used>
bool has_type(const database& db, const qualified_name& type) {
    for (const auto& schema : schemas_of_types(db, type.name))
        if (schema == type.schema) return true;
    return false;
}
/// Leaves out a name wherever it begins as one.
template <class = pgmodel::detail::when_used>
void take_out(std::string& text, std::string_view name) {
    for (std::size_t at = 0; (at = text.find(name, at)) != text.npos; ++at)
        if (mentions(std::string_view(text).substr(at == 0 ? 0 : at - 1, name.size() + (at == 0 ? 0 : 1)), name))
            text.replace(at, name.size(), " ");
}

class alteration {
public:
    alteration(const database& to, const database& from, const alter_options& how)
        : expected(to), found(from), options(how) {}

    const database& expected;
    const database& found;
    alter_options options;

    std::vector<column_place> retyped{};  ///< their type changes, and what speaks of them would refuse that
    std::vector<column_place> remade{};  ///< they are dropped and made again, and with them what speaks of them
    std::vector<qualified_name> rebuilt_types{};  ///< made anew under the same name
    std::vector<const function*> remade_functions{};
    std::vector<qualified_name> remade_views{};
    std::vector<std::pair<qualified_name, std::vector<std::string>>> dropped_keys{};
    many<made_object> late{};  ///< functions that are made after the tables
    many<made_object> for_columns{};  ///< those of them that new columns call
    many<made_object> early{};  ///< functions that go before the tables
    bool in_late_part = false;  ///< the part that is being made calls one of the former

    /// Of what the next steps are.
    void at(object_kind kind, const qualified_name& table, const qualified_name& name,
            const std::string& arguments = {}) {
        about_ = subject_of({.object = kind, .table = table, .name = name, .arguments = arguments});
    }
    void at(std::string words) { about_ = std::move(words); }
    step& add(phase when, std::string sql, std::vector<hazard> hazards = {}) {
        if (in_late_part && when == phase::parts) when = phase::late_parts;
        auto& steps = steps_[static_cast<std::size_t>(when)];
        // Several objects may need one schema.
        if (when == phase::schemas)
            for (auto& s : steps)
                if (s.sql == sql) return s;
        step& made = steps.emplace_back();
        made.sql = std::move(sql);
        made.about = about_;
        made.hazards = std::move(hazards);
        return made;
    }
    void add_all(phase when, const std::vector<std::string>& statements, const std::vector<hazard>& hazards = {}) {
        for (const auto& sql : statements) add(when, sql, hazards);
    }
    /// What rows get that have nothing in this column; empty: nothing was said.
    std::string filled_with(const qualified_name& table, const std::string& column) const {
        for (const auto& f : options.filled)
            if (f.table == table && f.column == column) return f.value;
        return "";
    }
    const std::string& about() const { return about_; }
    /// A comment that differs.
    void comment(phase when, const std::string& object, const std::string& expected_comment,
                 const std::string& found_comment) {
        if (expected_comment != found_comment) add(when, comment_on(object, expected_comment));
    }

    /// All steps in order; `movable` says of each whether it can be tried in other schemas, within one transaction:
    /// there, the schemas, the extensions and the owners are others, and a new label could not be used.
    /// `retypes`: of each, whether it changes the type of a column, which several can do in one statement.
    std::vector<step> take(std::vector<bool>* movable = nullptr, std::vector<bool>* retypes = nullptr) {
        std::vector<step> all;
        for (std::size_t p = 0; p < std::size(steps_); ++p) {
            const bool behind_labels = p > 0 && !all.empty() && all.size() == steps_[0].size();
            for (auto& s : steps_[p]) {
                s.apart |= behind_labels && &s == &steps_[p].front();
                all.push_back(s);
                if (retypes) retypes->push_back(p == std::size_t(phase::types_of_columns));
                if (movable)
                    movable->push_back(p != std::size_t(phase::labels) && p != std::size_t(phase::schemas) &&
                                       p != std::size_t(phase::owners));
            }
        }
        return all;
    }

    /// Is a column's type, or itself, not what it was?
    bool is_retyped(const qualified_name& table, std::string_view name) const { return has(retyped, table, name); }
    bool is_remade(const qualified_name& table, std::string_view name) const { return has(remade, table, name); }

    /// Must what names these columns and holds this SQL go before its table can be changed, and be made again after?
    /// `strict`: it would also refuse that the type of a column changes.
    bool is_in_the_way(const qualified_name& table, const std::vector<std::string>& columns, std::string_view text,
                       bool strict) const {
        const auto touches = [&](const std::vector<column_place>& places) {
            for (const auto& place : places) {
                if (!(place.table == table)) continue;
                if (mentions(text, place.column)) return true;
                for (const auto& c : columns)
                    if (c == place.column) return true;
            }
            return false;
        };
        if (touches(remade) || (strict && touches(retyped))) return true;
        // A whole row: PostgreSQL would read those that are there as they are to be.
        if (without_literals(text).find(".*") != text.npos)
            for (const auto& place : retyped)
                if (place.table == table) return true;
        return speaks_of_remade(text);
    }
    /// The same of what speaks of any tables by their names.
    bool speaks_of_changes(std::string_view text) const {
        const std::string code = without_literals(text);
        for (const auto* places : {&retyped, &remade})
            for (const auto& place : *places) {
                bool renames = false;
                if (reads(text, place.table, &renames) && (renames || mentions(code, place.column))) return true;
            }
        for (const auto& v : remade_views)
            if (reads(text, v)) return true;
        return speaks_of_remade(code);
    }

    /// Is this, of a column or an attribute, the name of a type? Without a schema it is that of the current one, or
    /// else of one of the search path.
    bool is_called(std::string_view text, const qualified_name& type) const {
        return text == qualified(type) || (text == quote_identifier(type.name) && !is_hidden(type));
    }
    /// Does SQL that the server has printed name a type?
    bool mentions_type(std::string_view text, const qualified_name& type) const {
        if (is_hidden(type)) return mentions(text, qualified(type));
        std::string others_gone(text);
        for (const database* db : {&found, &expected})
            for (const auto& schema : schemas_of_types(*db, type.name))
                if (schema != type.schema && !schema.empty()) take_out(others_gone, qualified(schema, type.name));
        return mentions(others_gone, type.name);
    }

private:
    /// Has the current schema another type of that name?
    bool is_hidden(const qualified_name& type) const {
        const qualified_name other{options.current, type.name};
        return type.schema != options.current && (has_type(found, other) || has_type(expected, other));
    }
    bool speaks_of_remade(std::string_view text) const {
        for (const auto& type : rebuilt_types)
            if (mentions_type(text, type)) return true;
        for (const function* f : remade_functions)
            if (mentions(text, f->name)) return true;
        return false;
    }
    static bool has(const std::vector<column_place>& places, const qualified_name& table, std::string_view name) {
        for (const auto& place : places)
            if (place.table == table && place.column == name) return true;
        return false;
    }

    std::vector<step> steps_[static_cast<std::size_t>(phase::count)]{};
    std::string about_{};
};

/// Does a name in SQL, which may leave it to the search path where its object is, mean this one?
inline bool means(const qualified_name& said, const qualified_name& object) {
    return said.name == object.name && (said.schema.empty() || said.schema == object.schema);
}

inline table table_called(const qualified_name& name) { return {.schema = name.schema, .name = name.name}; }

template <class Value>
const Value* named(const many<Value>& list, const Value& like) {
    for (const auto& each : list)
        if (same_name(each, like)) return &each;
    return nullptr;
}

/// The names of the properties in which two objects differ.
template <class Value>
std::vector<std::string> changed_properties(const Value& expected, const Value& found) {
    comparer all;
    compare_properties(all, expected, found);
    std::vector<std::string> names;
    names.reserve(all.differences.size());
    for (auto& d : all.differences) names.push_back(std::move(d.property));
    return names;
}

/// Is every one of them among those that can be altered?
template <class = pgmodel::detail::when_used>
bool all_of(const std::vector<std::string>& properties, std::initializer_list<std::string_view> among) {
    for (const auto& p : properties) {
        bool is_there = false;
        for (const auto name : among) is_there |= name == p;
        if (!is_there) return false;
    }
    return true;
}

/// `set (a = 1), reset (b)`: from some storage parameters to others. Both may be empty.
template <class = pgmodel::detail::when_used>
std::vector<std::string> parameter_changes(const many<parameter>& expected, const many<parameter>& found) {
    many<parameter> set;
    std::string reset;
    for (const auto& p : expected) {
        bool same = false;
        for (const auto& other : found) same |= other == p;
        if (!same) set.push_back(p);
    }
    for (const auto& p : found) {
        bool there = false;
        for (const auto& other : expected) there |= other.name == p.name;
        const std::string item = parameter_list({{.name = p.name, .value = {}}});
        if (!there) reset += (reset.empty() ? "" : ", ") + item.substr(1, item.size() - 2);
    }
    std::vector<std::string> out;
    if (!set.empty()) out.push_back(" set " + parameter_list(set));
    if (!reset.empty()) out.push_back(" reset (" + reset + ")");
    return out;
}

}  // namespace detail
}  // namespace pgmodel::schema
