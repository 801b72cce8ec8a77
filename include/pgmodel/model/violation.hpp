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

/// The column in a name made by PostgreSQL's convention, `table_column_check`; empty when it is another name.
template <class = when_used>
std::string field_in_name(std::string_view constraint, std::string_view table, const column_facts* columns,
                          std::size_t count) {
    if (constraint.size() <= table.size() + 1 || constraint.substr(0, table.size()) != table ||
        constraint[table.size()] != '_')
        return {};
    const std::string_view rest = constraint.substr(table.size() + 1), column = rest.substr(0, rest.rfind('_'));
    for (std::size_t i = 0; i < count; ++i)
        if (columns[i].name == column && column.size() < rest.size()) return std::string(columns[i].field);
    return {};
}

/// The columns that the server names in `Key (a, lower("B"))=(1, x) already exists.`, which reads so in every language
/// up to the equals sign; empty when there is no such list.
template <class = when_used>
std::string fields_in_detail(std::string_view detail, const column_facts* columns, std::size_t count) {
    const std::size_t begin = detail.find('('), end = detail.find(")=(");
    if (begin == detail.npos || end == detail.npos || begin > end) return {};
    const std::string_view list = detail.substr(begin + 1, end - begin - 1);
    constexpr std::string_view between = " ,()";
    std::string fields;
    const auto take = [&](const column_facts& column) { (fields += fields.empty() ? "" : ", ") += column.field; };
    for (std::size_t at = 0; at < list.size();) {
        // Of a foreign key the names are not quoted.
        const std::string_view rest = list.substr(at), item = rest.substr(0, rest.find(", "));
        for (std::size_t i = 0; i < count; ++i)
            if (columns[i].name == item) take(columns[i]), at += item.size();
        std::string name;
        if (at < list.size() && list[at] == '"') {
            for (++at; at < list.size(); ++at) {
                if (list[at] == '"' && (++at == list.size() || list[at] != '"')) break;
                name += list[at];
            }
        } else {
            for (; at < list.size() && between.find(list[at]) == between.npos; ++at) name += list[at];
        }
        const bool function = at < list.size() && list[at] == '(';
        while (at < list.size() && between.find(list[at]) != between.npos) ++at;
        for (std::size_t i = 0; i < count; ++i)
            if (!function && columns[i].name == name) take(columns[i]);
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

/// The server names the domain whose constraint is violated, and not the column.
template <class = when_used>
std::string field_of_domain(std::string_view domain, const column_facts* columns, std::size_t count) {
    const column_facts* found = nullptr;
    for (std::size_t i = 0; i < count; ++i)
        if (columns[i].domain == domain) {
            if (found) return {};
            found = &columns[i];
        }
    return found ? std::string(found->field) : std::string();
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
    declare<T>().items.each([&find](const auto& item) { find(item); });
    return find.found;
}

/// A server's error names the partition, where it comes from one.
template <class T>
constexpr auto partition_question() -> bool (*)(std::string_view) {
    if constexpr (is_partitioned<declaration_type<T>>) return &is_partition_of<T>;
    else return nullptr;
}

/// The fields (joined by ", ") that an error of a statement about a table speaks of; empty when that is not known.
template <class = when_used>
std::string fields_behind(const error_info& info, std::string_view table, const column_facts* columns,
                          std::size_t count, const std::uint16_t* key, std::size_t key_columns,
                          std::string (*named)(std::string_view constraint),
                          bool (*is_partition)(std::string_view table)) {
    if (!info.table.empty() && info.table != table) {
        if (!is_partition || !is_partition(info.table)) return {};
        table = info.table;
    }
    if (!info.column.empty())
        for (std::size_t i = 0; i < count; ++i)
            if (columns[i].name == info.column) return std::string(columns[i].field);
    if (!info.data_type.empty()) return field_of_domain(info.data_type, columns, count);
    if (info.constraint.empty()) return {};
    std::string fields = fields_in_detail(info.detail, columns, count);
    if (!fields.empty()) return fields;
    if (named) fields = named(info.constraint);
    if (!fields.empty()) return fields;
    if (info.constraint == std::string(table) + "_pkey") {
        for (std::size_t i = 0; i < key_columns; ++i) fields += (i ? ", " : "") + std::string(columns[key[i]].field);
        return fields;
    }
    return field_in_name(info.constraint, table, columns, count);
}

}  // namespace pgmodel::detail
