// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What is known of a model at compile time: its table's name and, for each field, column name and properties. Statements
// and checks read these plain values; the declaration itself is read once, here.
#pragma once

#include <pgmodel/core/identifier.hpp>
#include <pgmodel/core/type_name.hpp>
#include <pgmodel/expression/literal.hpp>
#include <pgmodel/model/places.hpp>
#include <pgmodel/model/table.hpp>

namespace pgmodel::detail {

struct column_facts {
    std::string_view field{};   ///< as the struct spells it
    std::string_view name{};    ///< of the column
    bool transient = false;
    bool primary_key = false;
    bool identity = false;
    bool unique = false;        ///< alone, by a constraint of its own
    bool index = false;
    bool version = false;
    bool server_default = false;
    bool literal_default = false;  ///< a server default that is the field's initial value as well
    bool on_update = false;
    bool nullable = false;
    bool references = false;
    bool nulled = false;        ///< a foreign key sets it to NULL
    bool defaulted = false;     ///< a foreign key sets it to its default

    constexpr bool server_fills() const { return identity || server_default; }
    constexpr bool stored() const { return !transient; }
};

template <class Default>
inline constexpr bool is_literal_default = false;
template <class T>
inline constexpr bool is_literal_default<parameter<T>> = true;
template <literal_value V>
inline constexpr bool is_literal_default<literal<V>> = true;

template <std::size_t N>
struct table_facts {
    std::string_view schema{};
    std::string_view name{};
    column_facts columns[N]{};
    std::size_t primary_keys = 0;       ///< how many primary keys were declared
    std::size_t key_columns = 0;        ///< how many columns the primary key has
    std::uint16_t key[N]{};               ///< their places, in the key's order
    std::size_t versions = 0;
    bool no_primary_key = false;
    bool twice = false;                 ///< a field declared twice
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

/// What may be a row, as opposed to several or perhaps none.
template <class T>
concept row_like = std::is_class_v<T> && !is_optional<T> && !requires(T& range) { range.begin(); };

template <class T>
concept describes_itself = requires { T::table(); };
template <class T>
concept described_outside = requires { table_of<T>::table(); };

/// The declaration of a model as a value; a struct that says nothing has none.
template <class T>
constexpr auto declare() {
    static_assert(!(describes_itself<T> && described_outside<T>),
                  "pgmodel: this struct has both a table() of its own and a pgmodel::table_of; keep one of them");
    if constexpr (describes_itself<T>) return T::table();
    else if constexpr (described_outside<T>) return table_of<T>::table();
    else return table_declaration<>{{}, {}};
}
template <class T>
using declaration_type = decltype(declare<T>());

template <class T>
inline constexpr auto default_table_name = [] {
    text_buffer<unqualified_type_name<T>.size() * 2> out;
    snake_case(unqualified_type_name<T>, out);
    return out;
}();

/// Reads one declared item into the facts; items that say nothing of columns are skipped.
template <class T>
struct fact_reader {
    table_facts<field_count<T>>& facts;

    template <auto M, class R, class D, class U>
    constexpr void operator()(const field_declaration<M, R, D, U>& item) {
        if constexpr (std::is_same_v<owner_of<M>, T>) {
            column_facts& column = facts.columns[field_index<M>];
            if (!column.field.empty()) facts.twice = true;
            column.field = field_names<T>.at[field_index<M>];
            if (!item.flags.name.empty()) column.name = item.flags.name;
            column.identity = item.flags.identity;
            column.unique = item.flags.unique;
            column.index = item.flags.index;
            column.version = item.flags.version;
            column.server_default = !std::is_same_v<D, nothing_said>;
            column.literal_default = is_literal_default<D>;
            column.on_update = !std::is_same_v<U, nothing_said>;
            column.references = !std::is_same_v<R, nothing_said>;
            note_actions<M>(item.actions);
            facts.versions += item.flags.version;
            if (item.flags.primary_key) {
                ++facts.primary_keys;
                facts.add_key(field_index<M>);
            }
        }
    }
    template <auto M>
    constexpr void operator()(const transient_field<M>&) {
        if constexpr (std::is_same_v<owner_of<M>, T>) {
            column_facts& column = facts.columns[field_index<M>];
            if (!column.field.empty()) facts.twice = true;
            column.field = field_names<T>.at[field_index<M>];
            column.transient = true;
        }
    }
    template <auto... M>
    constexpr void operator()(const primary_key_declaration<M...>&) {
        ++facts.primary_keys;
        if constexpr ((std::is_same_v<owner_of<M>, T> && ...))
            (facts.add_key(field_index<M>), ...);
    }
    template <auto... M>
    constexpr void operator()(const unique_declaration<M...>&) {
        if constexpr (sizeof...(M) == 1 && (std::is_same_v<owner_of<M>, T> && ...))
            (void(facts.columns[field_index<M>].unique = true), ...);
    }
    template <class Target, auto... M>
    constexpr void operator()(const foreign_key_declaration<Target, M...>& item) {
        if constexpr ((std::is_same_v<owner_of<M>, T> && ...)) (note_actions<M>(item.actions), ...);
    }
    constexpr void operator()(const no_primary_key_item&) { facts.no_primary_key = true; }
    constexpr void operator()(const in_schema_item& item) { facts.schema = item.name; }
    template <class Other>
    constexpr void operator()(const Other&) {}

private:
    template <auto M>
    constexpr void note_actions(reference_actions actions) {
        column_facts& column = facts.columns[field_index<M>];
        for (const auto action : {actions.on_delete, actions.on_update}) {
            column.nulled |= action == referential_action::set_null;
            column.defaulted |= action == referential_action::set_default;
        }
    }
};

template <class T, std::size_t... I>
constexpr auto read_facts(std::index_sequence<I...>) {
    table_facts<sizeof...(I)> facts{};
    const auto declaration = declare<T>();
    fact_reader<T> read{facts};
    declaration.items.each([&read](const auto& item) { read(item); });
    facts.name = declaration.name;
    ((facts.columns[I].field = field_names<T>.at[I],
      facts.columns[I].name = facts.columns[I].name.empty() ? field_names<T>.at[I] : facts.columns[I].name,
      facts.columns[I].nullable = is_optional<field_type<I, T>>),
     ...);
    if constexpr (!describes_itself<T> && !described_outside<T>) {
        facts.name = default_table_name<T>.view();
        ((void)(facts.columns[I].field == "id" && !is_optional<field_type<I, T>> &&
                (++facts.primary_keys, facts.add_key(I),
                 facts.columns[I].identity = plain_integer<field_type<I, T>>)),
         ...);
    }
    return facts;
}

/// What is known of model `T`.
template <class T>
inline constexpr auto facts_of = read_facts<T>(std::make_index_sequence<field_count<T>>{});

/// The primary key's columns: how many, which, and their C++ types.
template <class T>
inline constexpr bool has_primary_key = facts_of<T>.key_columns > 0;

}  // namespace pgmodel::detail
