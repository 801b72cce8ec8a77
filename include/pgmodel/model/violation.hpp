// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Which fields stand behind a constraint that a statement has violated.
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/model/facts.hpp>

#include <string>

namespace pgmodel::detail {

/// Reads the columns out of a name made by PostgreSQL's convention, `table_a_b_fkey`; empty when it is another name.
inline std::string fields_in_name(std::string_view constraint, std::string_view table, const column_facts* columns,
                                  std::size_t count) {
    if (constraint.size() <= table.size() + 1 || constraint.substr(0, table.size()) != table || constraint[table.size()] != '_')
        return {};
    std::string_view middle = constraint.substr(table.size() + 1);
    const std::size_t end = middle.rfind('_');
    if (end == middle.npos) return {};
    middle = middle.substr(0, end);
    std::string fields;
    while (!middle.empty()) {
        const column_facts* found = nullptr;
        for (std::size_t i = 0; i < count; ++i) {
            const std::string_view name = columns[i].name;
            if (middle.substr(0, name.size()) == name && (middle.size() == name.size() || middle[name.size()] == '_') &&
                (!found || found->name.size() < name.size()))
                found = columns + i;
        }
        if (!found) return {};
        if (!fields.empty()) fields += ", ";
        fields += found->field;
        middle.remove_prefix(found->name.size() + (middle.size() > found->name.size() ? 1 : 0));
    }
    return fields;
}

/// Finds a constraint that the model has given a name of its own.
template <class T>
struct named_constraint_finder {
    std::string_view constraint;
    std::string fields{};

    template <auto... M>
    void take(std::string_view name) {
        if (name != constraint) return;
        ((fields += (fields.empty() ? "" : ", ") + std::string(facts_of<T>.columns[field_index<M>].field)), ...);
    }
    template <auto... M>
    void operator()(const primary_key_declaration<M...>& item) {
        take<M...>(item.name);
    }
    template <auto... M>
    void operator()(const unique_declaration<M...>& item) {
        take<M...>(item.name);
    }
    template <class Target, auto... M>
    void operator()(const foreign_key_declaration<Target, M...>& item) {
        take<M...>(item.name);
    }
    template <class Other>
    void operator()(const Other&) {}
};

/// The fields (joined by ", ") that an error of a statement about `T` speaks of; empty when that is not known.
template <class T>
std::string fields_behind(const error_info& info) {
    constexpr auto& facts = facts_of<T>;
    if (!info.table.empty() && info.table != facts.name) return {};
    if (!info.column.empty())
        for (const auto& column : facts.columns)
            if (column.name == info.column) return std::string(column.field);
    if (info.constraint.empty()) return {};
    named_constraint_finder<T> finder{info.constraint};
    declare<T>().items.each([&](const auto& item) { finder(item); });
    if (!finder.fields.empty()) return finder.fields;
    std::string fields;
    if (info.constraint == std::string(facts.name) + "_pkey") {
        for (std::size_t i = 0; i < facts.key_columns; ++i)
            fields += (i ? ", " : "") + std::string(facts.columns[facts.key[i]].field);
        return fields;
    }
    return fields_in_name(info.constraint, facts.name, facts.columns, field_count<T>);
}

}  // namespace pgmodel::detail
