// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A model's partitions as schema values.
#pragma once

#include <pgmodel/model/ddl_text.hpp>
#include <pgmodel/model/partition.hpp>
#include <pgmodel/schema/describe.hpp>

#include <string>
#include <utility>
#include <vector>

namespace pgmodel::schema::detail {

/// A bound's text: a literal without its type, which is the key's.
struct bound_text {
    std::string text{};

    void append(std::string_view part) { text += part; }
    void string(std::string_view value) { quote_literal(value, text); }
    template <class T>
    void parameter(const T* value) {
        pgmodel::detail::ddl_text plain;
        plain.parameter(value);
        // What it writes as a number is one; else the quotes go before the type.
        if (plain.text[0] != '\'' && plain.text[0] != 'E') text += plain.text;
        else quote_literal(pgmodel::codec<T>::text(*value), text);
    }
};

template <class... Bounds>
std::vector<std::string> bound_texts(const pgmodel::detail::pack<Bounds...>& bounds) {
    std::vector<std::string> out;
    bounds.each([&out]<class Bound>(const Bound& bound) {
        bound_text written;
        Bound::write(written, &bound);
        out.push_back(std::move(written.text));
    });
    return out;
}

template <class Lower, class Upper>
void set_bounds(partition& out, const pgmodel::detail::range_bounds<Lower, Upper>& bounds) {
    out.from = bound_texts(bounds.lower);
    out.to = bound_texts(bounds.upper);
}
template <class Values>
void set_bounds(partition& out, const pgmodel::detail::list_bounds<Values>& bounds) {
    out.in = bound_texts(bounds.values);
}
template <int Modulus, int Remainder>
void set_bounds(partition& out, const pgmodel::detail::hash_bounds<Modulus, Remainder>&) {
    out.modulus = Modulus;
    out.remainder = Remainder;
}
inline void set_bounds(partition&, const pgmodel::detail::default_bounds&) {}

/// What PostgreSQL does not pass on. Rows are in partitions, so it is those that are unlogged; PostgreSQL 18 refuses a
/// partitioned table that says it.
template <class Table>
void pass_on(Table& t) {
    for (auto& p : t.partitions)
        if (p.owner.empty()) p.owner = t.owner;
    if (t.persistence == persistence::unlogged && t.partitioned.strategy != partition_strategy::none) {
        t.persistence = persistence::permanent;
        for (auto& p : t.partitions) p.persistence = persistence::unlogged;
    }
    for (auto& p : t.partitions) pass_on(p);
}

/// A partition without bounds, that has of its own what the table has.
template <class = when_used>
partition as_partition(table own) {
    return {.schema = std::move(own.schema),
            .name = std::move(own.name),
            .partitioned = std::move(own.partitioned),
            .partitions = std::move(own.partitions),
            .columns = std::move(own.columns),
            .primary_key = std::move(own.primary_key),
            .unique_keys = std::move(own.unique_keys),
            .foreign_keys = std::move(own.foreign_keys),
            .checks = std::move(own.checks),
            .indexes = std::move(own.indexes),
            .exclusions = std::move(own.exclusions),
            .persistence = own.persistence,
            .access_method = std::move(own.access_method),
            .parameters = std::move(own.parameters),
            .tablespace = std::move(own.tablespace),
            .triggers = std::move(own.triggers),
            .rules = std::move(own.rules),
            .row_security = own.row_security,
            .force_row_security = own.force_row_security,
            .policies = std::move(own.policies),
            .replica_identity = own.replica_identity,
            .replica_index = std::move(own.replica_index),
            .cluster_index = std::move(own.cluster_index),
            .extended_statistics = std::move(own.extended_statistics),
            .owner = std::move(own.owner),
            .comment = std::move(own.comment)};
}

/// How a table or a partition is partitioned, and its partitions. `describe_key` makes an index key of an expression,
/// and `describe_own` a table of what a partition has of its own. A partition is in the schema of its table, unless it
/// names one.
template <class Declaration, class DescribeKey, class DescribeOwn>
void describe_partitioning(const Declaration& item, const std::string& schema, partitioning& how,
                           many<partition>& parts, const DescribeKey& describe_key, const DescribeOwn& describe_own) {
    how.strategy = Declaration::strategy;
    how.period = item.period;
    how.zone = item.zone;
    item.keys.each([&](const auto& key) {
        how.keys.push_back(describe_key(key));
        how.keys.back().label.clear();
    });
    item.partitions.each([&](const auto& given) {
        partition made = as_partition(describe_own(given.items, schema));
        made.name = given.name;
        set_bounds(made, given.bounds);
        parts.push_back(std::move(made));
    });
}

template <class Partition>
inline constexpr bool partition_has_objects = false;
template <class Bounds, class... Items>
inline constexpr bool partition_has_objects<partition_declaration<Bounds, Items...>> = (is_object_item<Items> || ...);
template <partition_strategy Strategy, class Keys, class... Partitions>
inline constexpr bool is_object_item<partition_by_declaration<Strategy, Keys, Partitions...>> =
    (partition_has_objects<Partitions> || ...);

}  // namespace pgmodel::schema::detail
