// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The sequences from which columns of a model take their defaults, as schema values.
#pragma once

#include <pgmodel/model/sequence.hpp>
#include <pgmodel/schema/describe_parts.hpp>

#include <string>
#include <utility>

namespace pgmodel::schema::detail {

/// Adds a sequence that is not there yet. Throws `usage_error` when another one has its name.
template <class = when_used>
void add_sequence(database& db, sequence made) {
    for (const auto& other : db.sequences)
        if (other.name == made.name && other.schema == made.schema) {
            if (other == made) return;
            if (made.owner != other.owner || made.owner_column != other.owner_column)
                throw usage_error("pgmodel: sequence \"" + made.name +
                                  "\" is the default of several columns, so it goes with none of them; take "
                                  "owned_by_column() away");
            throw usage_error("pgmodel: two sequences are called \"" + made.name + "\"; name one of them otherwise");
        }
    db.sequences.push_back(std::move(made));
}

template <fixed_string Name, class Integer>
sequence describe_own_sequence(const sequence_declaration<Name, Integer>& of) {
    const std::string type(codec<Integer>::type.name);
    return {.schema = std::string(of.name.schema),
            .name = std::string(of.name.name),
            .type = type,
            .options = describe_sequence(of.options, type),
            .persistence = of.is_unlogged ? persistence::unlogged : persistence::permanent,
            .comment = std::string(of.text)};
}

template <class T>
struct sequence_describer {
    database& db;

    template <auto M, class R, class D, class U, class X>
    void operator()(const field_declaration<M, R, D, U, X>& item) {
        if constexpr (is_next_value<D>) {
            sequence made = describe_own_sequence(item.initial.of);
            if (item.initial.of.is_owned) {
                made.owner = {std::string(facts_of<T>.schema), std::string(facts_of<T>.name)};
                made.owner_column = facts_of<T>.columns[column_place<M>].name;
            }
            add_sequence(db, std::move(made));
        }
    }
    template <class Other>
    void operator()(const Other&) {}
};

template <class Declaration>
inline constexpr bool has_sequences = false;
template <class... Items>
inline constexpr bool has_sequences<table_declaration<Items...>> = (takes_next_value<Items> || ...);

template <class T>
void describe_sequences(database& db) {
    if constexpr (has_sequences<declaration_type<T>>) {
        sequence_describer<T> describe{db};
        declare<T>().items.each([&](const auto& item) { describe(item); });
    }
}

}  // namespace pgmodel::schema::detail
