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

/// The fields of the constraint that the model itself has called so.
template <class T>
std::string fields_of_named(std::string_view constraint) {
    named_constraint_finder<T> finder{constraint};
    declare<T>().items.each([&finder](const auto& item) { finder(item); });
    return std::move(finder.fields);
}
template <class Item>
inline constexpr bool can_have_name = false;
template <auto... M>
inline constexpr bool can_have_name<primary_key_declaration<M...>> = true;
template <auto... M>
inline constexpr bool can_have_name<unique_declaration<M...>> = true;
template <class Target, auto... M>
inline constexpr bool can_have_name<foreign_key_declaration<Target, M...>> = true;
template <class Declaration>
inline constexpr bool has_named = false;
template <class... Items>
inline constexpr bool has_named<table_declaration<Items...>> = (can_have_name<Items> || ...);

template <class T>
constexpr auto named_finder() -> std::string (*)(std::string_view) {
    if constexpr (has_named<declaration_type<T>>) return &fields_of_named<T>;
    else return nullptr;
}

/// The fields (joined by ", ") that an error of a statement about a table speaks of; empty when that is not known.
inline std::string fields_behind(const error_info& info, std::string_view table, const column_facts* columns, std::size_t count,
                                 const std::uint16_t* key, std::size_t key_columns,
                                 std::string (*named)(std::string_view constraint)) {
    if (!info.table.empty() && info.table != table) return {};
    if (!info.column.empty())
        for (std::size_t i = 0; i < count; ++i)
            if (columns[i].name == info.column) return std::string(columns[i].field);
    if (info.constraint.empty()) return {};
    std::string fields;
    if (named) fields = named(info.constraint);
    if (!fields.empty()) return fields;
    if (info.constraint == std::string(table) + "_pkey") {
        for (std::size_t i = 0; i < key_columns; ++i) fields += (i ? ", " : "") + std::string(columns[key[i]].field);
        return fields;
    }
    return fields_in_name(info.constraint, table, columns, count);
}

}  // namespace pgmodel::detail
