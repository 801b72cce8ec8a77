// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The sequences from which columns of a model take their defaults, as schema values.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/model/sequence.hpp>
#include <pgmodel/schema/describe_parts.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace pgmodel::schema::detail {

/// Adds a sequence that is not there yet. Throws `usage_error` when another one has its name.
PGMODEL_FUNCTION
void add_sequence(database& db, sequence made);

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

/// Takes the place of a default's text, and adds the sequences of which it speaks.
struct sequences_of_default {
    database& db;
    qualified_name table;
    std::string column;

    template <fixed_string Name, class Integer>
    void sequence(const next_value<Name, Integer>* default_value) {
        schema::sequence made = describe_own_sequence(default_value->of);
        if (default_value->of.is_owned) {
            made.owner = table;
            made.owner_column = column;
        }
        add_sequence(db, std::move(made));
    }
    void append(std::string_view) {}
    void string(std::string_view) {}
    template <class Value>
    void parameter(const void*) {}
};

template <class T>
struct sequence_describer {
    database& db;

    template <auto M, class R, class D, class U, class X>
    void operator()(const field_declaration<M, R, D, U, X>& item) {
        if constexpr (takes_next_value<D>) {
            sequences_of_default out{db,
                                     {std::string(facts_of<T>.schema), std::string(facts_of<T>.name)},
                                     std::string(facts_of<T>.columns[column_place<M>].name)};
            D::write(out, &item.initial);
        }
    }
    template <class Other>
    void operator()(const Other&) {}
};

template <class Declaration>
inline constexpr bool has_sequences = false;
template <class... Items>
inline constexpr bool has_sequences<table_declaration<Items...>> = (field_takes_next_value<Items> || ...);

template <class T>
void describe_sequences(database& db) {
    if constexpr (has_sequences<declaration_type<T>>) {
        sequence_describer<T> describe{db};
        declare<T>().items.each(describe);
    }
}

}  // namespace pgmodel::schema::detail

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/schema/impl/describe_sequence.ipp>
#endif
