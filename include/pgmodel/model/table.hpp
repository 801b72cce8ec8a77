// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What a model says of its table: name, keys, constraints and indexes over several columns.
#pragma once

#include <pgmodel/core/pack.hpp>
#include <pgmodel/model/constraints.hpp>
#include <pgmodel/model/exclusion.hpp>
#include <pgmodel/model/index.hpp>
#include <pgmodel/model/sequence.hpp>
#include <pgmodel/model/table_items.hpp>

namespace pgmodel {
namespace detail {

template <class... Items>
struct table_declaration {
    std::string_view name;
    pack<Items...> items;
};
template <class Declaration>
inline constexpr bool is_partitioned = false;
template <class... Items>
inline constexpr bool is_partitioned<table_declaration<Items...>> = (partitioning_declaration<Items> || ...);

}  // namespace detail

/// The table of a model: its name, then fields, keys, constraints and indexes in any order; fields of which nothing is
/// to be said need not be named.
template <class... Items>
constexpr auto table(const char* name, Items... items) {
    static_assert((detail::declaration_item<Items> && ...),
                  "pgmodel: table() takes a name and then field<...>, transient<...>, primary_key, unique, "
                  "foreign_key(...).references(...), check, exclude, index, in_schema, no_primary_key, comment, with, "
                  "tablespace, unlogged, temporary, "
                  "partition_by_range, partition_by_list, partition_by_hash or replica_identity_full");
    return detail::table_declaration<Items...>{name, {std::move(items)...}};
}

template <class First, class... Items>
    requires((detail::declaration_item<First> || std::is_convertible_v<const First&, std::string_view>) &&
             (detail::declaration_item<Items> && ...))
constexpr auto table(const First&, const Items&...) {
    static_assert(sizeof(First*) == 0,
                  "pgmodel: table() begins with the table's name, a text in quotes: pgmodel::table(\"articles\", ...)");
}

template <class Model, class First, class... Items>
    requires std::is_class_v<Model>
constexpr auto table(const char*, const First&, const Items&...) {
    static_assert(detail::never<Model>,
                  "pgmodel: table() stands in the struct, and knows it: static constexpr auto table() { return "
                  "pgmodel::table(\"articles\", ...); }");
}

/// Describes a struct from outside: specialise it with `static constexpr auto table()`.
template <class T>
struct table_of {
    static constexpr bool not_specialised = true;
};

}  // namespace pgmodel
