// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What is known at compile time of a model's table and its columns: plain values.
#pragma once

#include <pgmodel/model/properties.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pgmodel::detail {

struct column_facts {
    std::string_view field{};   ///< as the struct spells it
    std::string_view name{};    ///< of the column
    bool plain = false;         ///< it needs no quotes: asked once, not by every statement
    std::string_view domain{};  ///< the domain of its values, or of an array's elements
    bool transient = false;
    bool primary_key = false;
    bool identity = false;
    bool always = false;        ///< GENERATED ALWAYS AS IDENTITY
    bool serial = false;
    bool generated = false;
    bool unique = false;        ///< alone, by a constraint of its own
    bool deferrable = false;    ///< that constraint is
    bool index = false;
    bool version = false;
    bool server_default = false;
    bool literal_default = false;  ///< a server default that is the field's initial value as well
    bool on_update = false;
    bool by_trigger = false;    ///< a trigger fills it
    bool removal = false;       ///< marks removed rows
    bool nullable = false;
    bool sortable = true;       ///< it can be a key
    bool comparable = true;     ///< it is no domain of an enum
    bool collated = false;      ///< by what is said of it, under which texts may be equal that differ
    bool bytewise = false;      ///< its texts are sorted byte by byte
    bool references = false;
    bool nulled = false;        ///< a foreign key sets it to NULL
    bool defaulted = false;     ///< a foreign key sets it to its default
    bool cascaded = false;      ///< a foreign key changes it with the other row

    constexpr bool server_fills() const { return identity || server_default || serial || generated || by_trigger; }
    /// The server refuses any value for it.
    constexpr bool never_sent() const { return generated || always; }
    constexpr bool stored() const { return !transient; }
    /// What stands before and behind the column's name in the condition that a row is not marked as removed.
    constexpr std::string_view before_unmarked() const { return nullable ? "" : "not "; }
    constexpr std::string_view behind_unmarked() const { return nullable ? " is null" : ""; }
};

/// What is wrong with a constraint or index, or with the table as a whole.
enum class item_fault : std::uint8_t {
    none,
    sequence,
    own_sequence,
    include_key,
    include_other,
    include_no_column,
    set_outside_key,
    not_unique,
    no_unique_method,
    one_column,
    no_include,
    no_order,
    no_exclusion,
    two_kinds,
    on_commit,
    temporary_schema,
    statistics,
    index_condition,
    no_operator_class,
    too_many_keys,
    no_storage,
    exclusion_operator,
    two_partition_keys,
    parameter_unknown,
    parameter_value,
    parameter_twice,
    said_twice,
    partition_temporary,
    partition_policies
};

template <std::size_t N>
struct table_facts {
    std::string_view schema{}, name{};
    bool plain = false;                 ///< the name alone is what statements call it, as of a column
    column_facts columns[N]{};
    std::size_t primary_keys = 0;       ///< how many primary keys were declared
    std::size_t key_columns = 0;        ///< how many columns the primary key has
    std::uint16_t key[N]{};               ///< their places, in the key's order
    std::size_t versions = 0;
    std::size_t removals = 0;           ///< how many columns mark removed rows
    std::uint16_t removal = N;          ///< the place of one
    bool renamed = false;               ///< a column is called otherwise than its field
    bool no_primary_key = false;
    bool key_deferrable = false;
    bool unique_deferrable = false;
    pgmodel::persistence persistence = pgmodel::persistence::permanent;
    bool on_commit = false;             ///< something is said of the end of a transaction
    bool emptied = false;               ///< by it
    bool partition_key = false;         ///< a partition has a primary key of its own
    item_fault fault = item_fault::none;  ///< the first
    bool twice = false;                 ///< a field declared twice
    bool view = false;                  ///< its rows are those of a query
    bool row_security = false;
    bool policies = false;
    bool key_twice = false;             ///< a field named twice in the primary key

    constexpr std::size_t stored() const {
        std::size_t n = 0;
        for (const auto& c : columns) n += c.stored();
        return n;
    }
    constexpr bool any_transient() const { return stored() < N; }
    constexpr void add_key(std::size_t column) {
        if (columns[column].primary_key) {
            key_twice = true;
            return;
        }
        columns[column].primary_key = true;
        key[key_columns++] = static_cast<std::uint16_t>(column);
    }
};

}  // namespace pgmodel::detail
