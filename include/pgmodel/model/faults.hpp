// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What can be wrong with a model's names and properties, which needs no types to be judged, and the sentences.
#pragma once

#include <pgmodel/model/facts.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pgmodel::detail {

/// The first that is wrong, if any is.
enum class model_fault {
    none,
    two_keys,
    two_versions,
    two_removals,
    deferrable_key,
    field_twice,
    key_twice,
    no_table_name,
    no_column_name,
    long_name,
    same_names,
    system_column,
    unsortable_key,
    incomparable_key,
    identity_default,
    nulled_value,
    no_default_to_set,
    transient_key,
    serial_default,
    generated_default,
    generated_set,
    generated_nulled,
    set_twice,
    removal_set,
    partition_key,
    all_transient,
    policies,
    no_key
};
constexpr bool is_system_column(std::string_view name) {
    constexpr std::string_view taken[]{"ctid", "xmin", "xmax", "cmin", "cmax", "tableoid"};
    // A compiler asks this of every column: most names are told by their first letter.
    if (const char first = name[0]; first != 'c' && first != 'x' && first != 't') return false;
    for (const std::string_view one : taken)
        if (name == one) return true;
    return false;
}
constexpr model_fault fault_of_columns(std::string_view table, const column_facts* columns, std::size_t count,
                                       const std::uint16_t* key, std::size_t key_columns) {
    if (table.empty()) return model_fault::no_table_name;
    if (table.size() > 63) return model_fault::long_name;
    for (std::size_t i = 0; i < count; ++i) {
        const column_facts& c = columns[i];
        if (!c.stored()) continue;
        if (c.name.empty()) return model_fault::no_column_name;
        if (c.name.size() > 63) return model_fault::long_name;
        if (is_system_column(c.name)) return model_fault::system_column;
        if (!c.sortable && (c.primary_key || c.unique || c.index)) return model_fault::unsortable_key;
        if (!c.comparable && (c.primary_key || c.unique)) return model_fault::incomparable_key;
        if (c.identity && c.server_default) return model_fault::identity_default;
        if (c.serial && (c.server_default || c.identity)) return model_fault::serial_default;
        if (c.generated && (c.server_default || c.identity || c.serial)) return model_fault::generated_default;
        if (c.generated && (c.version || c.on_update)) return model_fault::generated_set;
        if (c.generated && (c.nulled || c.defaulted || c.cascaded)) return model_fault::generated_nulled;
        if (c.by_trigger && (c.generated || c.identity || c.serial || c.version || c.on_update))
            return model_fault::set_twice;
        if (c.removal && (c.primary_key || c.generated || c.on_update || c.by_trigger)) return model_fault::removal_set;
        if (c.nulled && !c.nullable) return model_fault::nulled_value;
        if (c.defaulted && !c.nullable && !c.server_default) return model_fault::no_default_to_set;
    }
    for (std::size_t i = 0; i < key_columns; ++i)
        if (columns[key[i]].transient) return model_fault::transient_key;
    return model_fault::none;
}

/// Each name is compared with those of its hash only, since a compiler counts the steps.
template <std::size_t N>
constexpr bool has_equal_names(const table_facts<N>& facts) {
    std::size_t last[64]{}, before[N]{};  // columns, counted from 1
    for (std::size_t i = 0; i < N; ++i) {
        if (!facts.columns[i].stored()) continue;
        const std::string_view name = facts.columns[i].name;
        unsigned hash = 0;
        for (const char c : name) hash = hash * 31 + static_cast<unsigned char>(c);
        std::size_t& head = last[hash % 64];
        for (std::size_t j = head; j != 0; j = before[j - 1])
            if (facts.columns[j - 1].name == name) return true;
        before[i] = head;
        head = i + 1;
    }
    return false;
}
template <std::size_t N>
constexpr model_fault find_fault(const table_facts<N>& facts, bool declared) {
    if (facts.primary_keys > 1) return model_fault::two_keys;
    if (facts.versions > 1) return model_fault::two_versions;
    if (facts.removals > 1) return model_fault::two_removals;
    if (facts.removals > 0 && facts.unique_deferrable) return model_fault::deferrable_key;
    if (facts.twice) return model_fault::field_twice;
    if (facts.key_twice) return model_fault::key_twice;
    const model_fault found = fault_of_columns(facts.name, facts.columns, N, facts.key, facts.key_columns);
    if (found != model_fault::none) return found;
    if (facts.renamed && has_equal_names(facts)) return model_fault::same_names;
    if (facts.partition_key && facts.key_columns > 0) return model_fault::partition_key;
    if (facts.stored() == 0) return model_fault::all_transient;
    if (facts.policies && !facts.row_security) return model_fault::policies;
    if (facts.key_columns == 0 && !facts.no_primary_key && !facts.view && declared) return model_fault::no_key;
    return model_fault::none;
}
/// The sentence of a fault. Most models have none, and share what is instantiated for that.
template <model_fault Fault>
struct checked_fault {
    static_assert(Fault != model_fault::two_keys,
                  "pgmodel: this model declares two primary keys; for a key of several columns write "
                  "pgmodel::primary_key(col<...>, col<...>)");
    static_assert(Fault != model_fault::two_versions, "pgmodel: this model has two version columns");
    static_assert(Fault != model_fault::two_removals,
                  "pgmodel: two fields of this model say soft_delete(); one marks a removed row");
    static_assert(Fault != model_fault::deferrable_key,
                  "pgmodel: a unique key of this model is deferrable; with soft_delete() it holds among the rows that "
                  "are not removed, by a partial index, which cannot be");
    static_assert(Fault != model_fault::removal_set,
                  "pgmodel: the field with soft_delete() is also in the primary key, generated, set_on_update or "
                  "set_by_trigger(); it marks removed rows and nothing else");
    static_assert(Fault != model_fault::field_twice,
                  "pgmodel: this model declares a field twice; say everything of it in one pgmodel::field");
    static_assert(Fault != model_fault::no_table_name, "pgmodel: the name of this model's table is empty");
    static_assert(Fault != model_fault::no_column_name, "pgmodel: the name of a column of this model is empty");
    static_assert(
        Fault != model_fault::long_name,
        "pgmodel: the name of this model's table or of a column is longer than PostgreSQL's 63 bytes; shorten it");
    static_assert(Fault != model_fault::same_names, "pgmodel: two columns of this model have the same name");
    static_assert(
        Fault != model_fault::system_column,
        "pgmodel: a column of this model is called like a system column of PostgreSQL (ctid, xmin, xmax, cmin, cmax, "
        "tableoid); name it otherwise with .named()");
    static_assert(Fault != model_fault::key_twice, "pgmodel: this model's primary key names a field twice");
    static_assert(Fault != model_fault::transient_key, "pgmodel: this model's primary key names a transient field");
    static_assert(Fault != model_fault::unsortable_key,
                  "pgmodel: a key or index of this model has a field that PostgreSQL cannot sort, such as json, xml or "
                  "point; leave it out, or make it a jsonb or a text");
    static_assert(
        Fault != model_fault::incomparable_key,
        "pgmodel: a key of this model has a domain of an enum, for which PostgreSQL has no =; make it the enum");
    static_assert(Fault != model_fault::identity_default,
                  "pgmodel: an identity column of this model has a server default as well; keep one of them");
    static_assert(
        Fault != model_fault::serial_default,
        "pgmodel: a serial column of this model has a server default or an identity as well; serial() is its default");
    static_assert(
        Fault != model_fault::generated_default,
        "pgmodel: a generated column of this model has a server default or an identity as well; PostgreSQL computes "
        "its value, so keep generated() only");
    static_assert(
        Fault != model_fault::generated_set,
        "pgmodel: a generated column of this model is a version or has set_on_update; PostgreSQL computes its value, "
        "so keep generated() only");
    static_assert(
        Fault != model_fault::set_twice,
        "pgmodel: a field of this model is set_by_trigger() and also generated, an identity, a serial, a version or "
        "set_on_update; keep one of them");
    static_assert(
        Fault != model_fault::generated_nulled,
        "pgmodel: a foreign key of this model sets a generated column to NULL, to a default or to a changed key; "
        "PostgreSQL computes its value, so choose another action");
    static_assert(
        Fault != model_fault::nulled_value,
        "pgmodel: a foreign key of this model sets a field to NULL that is not optional; make it std::optional");
    static_assert(
        Fault != model_fault::no_default_to_set,
        "pgmodel: a foreign key of this model sets a field to its default that has none; give it a server_default");
    static_assert(Fault != model_fault::partition_key,
                  "pgmodel: this model has a primary key, and one of its partitions has another; keep one of them");
    static_assert(Fault != model_fault::all_transient,
                  "pgmodel: all fields of this model are transient; a table has at least one column");
    static_assert(
        Fault != model_fault::policies,
        "pgmodel: this model has policies, which hold only with row-level security; add pgmodel::row_level_security");
    static_assert(Fault != model_fault::no_key,
                  "pgmodel: this model has no primary key; declare one, or say pgmodel::no_primary_key");
    static constexpr bool value = true;
};

}  // namespace pgmodel::detail
