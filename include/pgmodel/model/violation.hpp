// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Which fields stand behind a constraint that a statement has violated.
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/model/mentioned.hpp>

#include <string>

namespace pgmodel::detail {

/// Finds a constraint that the model has given a name of its own.
template <class T>
struct named_constraint_finder {
    std::string_view constraint;
    std::string fields{};

    template <auto... M>
    void take(std::string_view name) {
        if (name != constraint) return;
        ((fields += (fields.empty() ? "" : ", ") + std::string(facts_of<T>.columns[column_place<M>].field)), ...);
    }
    template <auto... M>
    void operator()(const primary_key_declaration<M...>& item) {
        take<M...>(item.options.name);
    }
    template <auto... M>
    void operator()(const unique_declaration<M...>& item) {
        take<M...>(item.options.name);
    }
    template <class Target, auto... M>
    void operator()(const foreign_key_declaration<Target, M...>& item) {
        take<M...>(item.options.name);
    }
    template <class Condition>
    void operator()(const check_declaration<Condition>& item) {
        if (item.options.name == constraint) take_mentioned<Condition>();
    }
    template <class Predicate, class... Elements>
    void operator()(const exclusion_declaration<Predicate, Elements...>& item) {
        if (item.options.name == constraint) take_mentioned<Elements...>();
    }
    template <auto M, class R, class D, class U, class X>
    void operator()(const field_declaration<M, R, D, U, X>& item) {
        if constexpr (!std::is_same_v<X, nothing_said>) {
            const column_properties& said = item.details.properties;
            for (const constraint_options* each : {&said.primary_key, &said.unique, &said.reference})
                if (each->name == constraint) return take<M>(each->name);
        }
    }
    template <partitioning_declaration Item>
    void operator()(const Item& item) {
        item.partitions.each(
            [this](const auto& partition) { partition.items.each([this](const auto& each) { (*this)(each); }); });
    }
    template <class Other>
    void operator()(const Other&) {}

private:
    template <class... Expressions>
    void take_mentioned() {
        mentioned_fields<T> mentioned;
        (mentioned.template look_at<Expressions>(), ...);
        for (std::size_t i = 0; i < column_count<T>; ++i)
            if (mentioned.at[i]) (fields += fields.empty() ? "" : ", ") += facts_of<T>.columns[i].field;
    }
};

/// The fields of the constraint that the model itself has called so.
template <class T>
std::string fields_of_named(std::string_view constraint) {
    named_constraint_finder<T> finder{constraint};
    declare<T>().items.each(finder);
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
template <class Condition>
inline constexpr bool can_have_name<check_declaration<Condition>> = true;
template <class Predicate, class... Elements>
inline constexpr bool can_have_name<exclusion_declaration<Predicate, Elements...>> = true;
template <auto M, class R, class D, class U, class X>
inline constexpr bool can_have_name<field_declaration<M, R, D, U, X>> = !std::is_same_v<X, nothing_said>;
template <partitioning_declaration Item>
inline constexpr bool can_have_name<Item> = true;
template <class Declaration>
inline constexpr bool has_named = false;
template <class... Items>
inline constexpr bool has_named<table_declaration<Items...>> = (can_have_name<Items> || ...);

template <class T>
constexpr auto named_finder() -> std::string (*)(std::string_view) {
    if constexpr (has_named<declaration_type<T>>) return &fields_of_named<T>;
    else return nullptr;
}

/// Is a table one of the partitions that the model declares, or called like one that the calendar makes?
struct partition_finder {
    std::string_view table;
    std::string_view name;
    bool found = false;

    template <partitioning_declaration Item>
    constexpr void operator()(const Item& item) {
        found |= item.period != partition_period::none && name.substr(0, table.size()) == table &&
                 name.substr(table.size(), 2) == "_y";
        item.partitions.each([this](const auto& partition) {
            found |= partition.name == name;
            partition.items.each([this](const auto& each) { (*this)(each); });
        });
    }
    template <class Other>
    constexpr void operator()(const Other&) {}
};
template <class T>
bool is_partition_of(std::string_view name) {
    partition_finder find{facts_of<T>.name, name};
    declare<T>().items.each(find);
    return find.found;
}

/// A server's error names the partition, where it comes from one.
template <class T>
constexpr auto partition_question() -> bool (*)(std::string_view) {
    if constexpr (is_partitioned<declaration_type<T>>) return &is_partition_of<T>;
    else return nullptr;
}

/// The fields (joined by ", ") that an error of a statement about a table speaks of; empty when that is not known.
PGMODEL_FUNCTION
std::string fields_behind(const error_info& info, std::string_view table, const column_facts* columns,
                          std::size_t count, const std::uint16_t* key, std::size_t key_columns,
                          std::string (*named)(std::string_view constraint),
                          bool (*is_partition)(std::string_view table));

}  // namespace pgmodel::detail

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/model/impl/violation.ipp>
#endif
