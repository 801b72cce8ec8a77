// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What is known of a model at compile time: its table's name and, for each field, column name and properties.
// Statements and checks read these plain values; the declaration itself is read once, here.
#pragma once

#include <pgmodel/core/identifier.hpp>
#include <pgmodel/core/type_name.hpp>
#include <pgmodel/expression/literal.hpp>
#include <pgmodel/model/column_facts.hpp>
#include <pgmodel/model/places.hpp>
#include <pgmodel/model/storage_bounds.hpp>
#include <pgmodel/model/table.hpp>
#include <pgmodel/model/type_facts.hpp>

namespace pgmodel::detail {

template <class Default>
inline constexpr bool is_literal_default = false;
template <class T>
inline constexpr bool is_literal_default<parameter<T>> = true;
template <literal_value V>
inline constexpr bool is_literal_default<literal<V>> = true;

/// What may be a row, as opposed to several or perhaps none.
template <class T>
concept row_like =
    std::is_class_v<T> && !std::is_empty_v<T> && !is_optional<T> && !requires(T& range) { range.begin(); };

template <class T>
inline constexpr auto default_table_name = [] {
    text_buffer<unqualified_type_name<T>.size() * 2> out;
    snake_case(unqualified_type_name<T>, out);
    return out;
}();

/// The field behind a column: `title`, `meta.created_at`.
template <class T>
constexpr std::string_view column_field(std::size_t place) {
    if constexpr (embeds<T>) return flat_names<T>::field(place);
    else return field_names<T>.at[place];
}
template <class T>
constexpr std::string_view column_name(std::size_t place, std::string_view said) {
    if constexpr (embeds<T>) return flat_names<T>::column(place);
    else return said.empty() ? field_names<T>.at[place] : said;
}

/// How wide the column of an integer is: that of an unsigned one is wider than the field.
template <class T>
constexpr std::size_t integer_bytes() {
    if constexpr (!has_codec<T>) return 8;
    else return codec<T>::type.name == "smallint" ? 2 : codec<T>::type.name == "integer" ? 4 : 8;
}

/// What a table says at most once.
enum class told : std::uint8_t {
    persistence,
    on_commit,
    comment,
    tablespace,
    access_method,
    replica_identity,
    cluster,
    schema,
    owner
};

/// Reads one declared item into the facts; items that say nothing of columns are skipped.
template <class T>
struct fact_reader {
    table_facts<column_count<T>>& facts;
    unsigned once_said = 0;  ///< a bit for each `told`

    template <auto M, class R, class D, class U, class X>
    constexpr void operator()(const field_declaration<M, R, D, U, X>& item) {
        if constexpr (std::is_same_v<owner_of<M>, T>) {
            column_facts& column = facts.columns[column_place<M>];
            if (!column.field.empty()) facts.twice = true;
            column.field = column_field<T>(column_place<M>);
            if (!item.flags.name.empty()) {
                column.name = item.flags.name;
                facts.renamed = true;
            }
            column.identity = item.flags.identity;
            column.always = item.flags.identity_always;
            column.serial = item.flags.serial;
            column.unique = item.flags.unique;
            column.index = item.flags.index;
            column.version = item.flags.version;
            column.by_trigger = item.flags.by_trigger;
            column.removal = item.flags.removal;
            column.server_default = !std::is_same_v<D, nothing_said>;
            column.literal_default = is_literal_default<D>;
            if constexpr (is_next_value<D>)
                if (!item.initial.of.possible()) note(item_fault::own_sequence);
            column.on_update = !std::is_same_v<U, nothing_said>;
            column.references = !std::is_same_v<R, nothing_said>;
            if constexpr (!std::is_same_v<R, nothing_said>) {
                note_actions<M>(item.actions);
                const std::size_t place[]{column_place<M>};
                note_set_columns(item.actions.set_columns, place, 1);
            }
            if constexpr (!std::is_same_v<X, nothing_said>)
                note_details(column_place<M>, item.details, integer_bytes<unwrapped<type_of<M>>>(),
                             has_fixed_length<unwrapped<type_of<M>>>());
            facts.versions += item.flags.version;
            facts.removals += item.flags.removal;
            if (item.flags.removal) facts.removal = static_cast<std::uint16_t>(column_place<M>);
            if (item.flags.primary_key) {
                ++facts.primary_keys;
                facts.add_key(column_place<M>);
            }
        }
    }
    template <auto M>
    constexpr void operator()(const transient_field<M>&) {
        if constexpr (std::is_same_v<owner_of<M>, T>) {
            column_facts& column = facts.columns[column_place<M>];
            if (!column.field.empty()) facts.twice = true;
            column.field = column_field<T>(column_place<M>);
            column.transient = true;
        }
    }
    template <auto... M>
    constexpr void operator()(const primary_key_declaration<M...>& item) {
        ++facts.primary_keys;
        facts.key_deferrable = item.options.deferred != deferral::not_deferrable;
        note_include<M...>(item.options);
        if constexpr ((std::is_same_v<owner_of<M>, T> && ...)) (facts.add_key(column_place<M>), ...);
    }
    template <auto... M>
    constexpr void operator()(const unique_declaration<M...>& item) {
        note_include<M...>(item.options);
        facts.unique_deferrable |= item.options.deferred != deferral::not_deferrable;
        if constexpr (sizeof...(M) == 1 && (std::is_same_v<owner_of<M>, T> && ...))
            ((facts.columns[column_place<M>].unique = true,
              facts.columns[column_place<M>].deferrable = item.options.deferred != deferral::not_deferrable),
             ...);
    }
    template <class Target, auto... M>
    constexpr void operator()(const foreign_key_declaration<Target, M...>& item) {
        if constexpr ((std::is_same_v<owner_of<M>, T> && ...)) {
            (note_actions<M>(item.actions), ...);
            const std::size_t places[]{column_place<M>...};
            note_set_columns(item.actions.set_columns, places, sizeof...(M));
        }
    }
    template <class P, class... Keys>
    constexpr void operator()(const index_declaration<P, Keys...>& item) {
        note_index<Keys...>(item, item.method, item.is_unique);
        if (item.options.nulls_not_distinct && !item.is_unique) note(item_fault::not_unique);
    }
    template <class P, class... Elements>
    constexpr void operator()(const exclusion_declaration<P, Elements...>& item) {
        note_index<decltype(Elements::key)...>(item, item.method, false);
        if (item.method == "gin" || item.method == "brin") note(item_fault::no_exclusion);
        const bool btree = method_called(item.method) == method::btree;
        if (btree && !(is_equality<Elements> && ...)) note(item_fault::exclusion_operator);
    }
    /// What partitions have of their own changes nothing of the model's columns, but must be right as well.
    template <partitioning_declaration Item>
    constexpr void operator()(const Item& item) {
        item.partitions.each([this](const auto& partition) {
            table_facts<column_count<T>> own{};
            fact_reader<T> read{own};
            partition.items.each(read);
            facts.partition_key |= own.primary_keys > 0 || own.partition_key;
            facts.twice |= own.twice;
            if (own.primary_keys > 1) note(item_fault::two_partition_keys);
            if (own.persistence == persistence::temporary) note(item_fault::partition_temporary);
            if (own.policies && !own.row_security) note(item_fault::partition_policies);
            note(own.fault);
            for (std::size_t i = 0; i < column_count<T>; ++i) {
                facts.columns[i].nulled |= own.columns[i].nulled;
                facts.columns[i].defaulted |= own.columns[i].defaulted;
            }
        });
    }
    constexpr void operator()(const persistence_item& item) {
        if (facts.persistence != persistence::permanent && facts.persistence != item.kept) note(item_fault::two_kinds);
        else once(told::persistence);
        facts.persistence = item.kept;
    }
    constexpr void operator()(const on_commit_item& item) {
        facts.on_commit = true;
        facts.emptied = item.action == commit_action::delete_rows;
        once(told::on_commit);
    }
    constexpr void operator()(const comment_item&) { once(told::comment); }
    constexpr void operator()(const tablespace_item&) { once(told::tablespace); }
    constexpr void operator()(const access_method_item&) { once(told::access_method); }
    constexpr void operator()(const replica_identity_item&) { once(told::replica_identity); }
    constexpr void operator()(const cluster_item&) { once(told::cluster); }
    constexpr void operator()(const owner_item&) { once(told::owner); }
    constexpr void operator()(const no_primary_key_item&) { facts.no_primary_key = true; }
    constexpr void operator()(const in_schema_item& item) {
        facts.schema = item.name;
        once(told::schema);
    }
    // Of what <pgmodel/objects.hpp> declares only this is known here.
    template <class Other>
    constexpr void operator()(const Other& item) {
        facts.view |= requires { Other::makes_view; };
        facts.row_security |= requires { Other::enables_row_security; };
        facts.policies |= requires { Other::needs_row_security; };
        if constexpr (requires(const Other& other) { other.said.target; }) note_target(item.said.target);
    }

private:
    constexpr void once(told what) {
        const unsigned bit = 1u << static_cast<unsigned>(what);
        if ((once_said & bit) != 0) note(item_fault::said_twice);
        once_said |= bit;
    }
    constexpr void note_target(int target) {
        if (target < -1 || target > 10000) note(item_fault::statistics);
    }
    constexpr void note(item_fault fault) {
        if (facts.fault == item_fault::none) facts.fault = fault;
    }
    constexpr void note_parameters(const storage_parameters& parameters, unsigned of) {
        if (parameters.count == 0) return;
        switch (fault_of_parameters(parameters, of)) {
            case parameter_fault::none: return;
            case parameter_fault::unknown: return note(item_fault::parameter_unknown);
            case parameter_fault::value: return note(item_fault::parameter_value);
            case parameter_fault::twice: return note(item_fault::parameter_twice);
        }
    }
    template <class Details>
    constexpr void note_details(std::size_t place, const Details& details, std::size_t bytes, bool fixed_length) {
        column_facts& column = facts.columns[place];
        column.generated = !std::is_same_v<typename Details::generated_type, nothing_said>;
        const column_properties& said = details.properties;
        column.collated = !said.collation.empty();
        column.bytewise = said.collation == "C";
        column.deferrable = said.unique.deferred != deferral::not_deferrable;
        facts.unique_deferrable |= column.deferrable;
        facts.key_deferrable |= said.primary_key.deferred != deferral::not_deferrable;
        if (column.identity && !said.sequence.possible(bytes)) note(item_fault::sequence);
        note_target(said.statistics);
        note_parameters(said.parameters, stored_as::column);
        const bool kept_apart = !said.compression.empty() || (!said.storage.empty() && said.storage != "plain");
        if (fixed_length && kept_apart && said.type.empty()) note(item_fault::no_storage);
    }
    constexpr void note_set_columns(const column_places& set, const std::size_t* key, std::size_t count) {
        for (std::size_t i = 0; i < set.count; ++i) {
            bool found = false;
            for (std::size_t j = 0; j < count; ++j)
                found |= set.owner == &struct_tag<T> && key[j] == column_at<T>(set, i);
            if (!found) note(item_fault::set_outside_key);
        }
    }
    constexpr void note_included(const column_places& include) {
        if (include.owner != &struct_tag<T>) return note(item_fault::include_other);
        for (std::size_t i = 0; i < include.count; ++i)
            if (column_at<T>(include, i) == no_column) note(item_fault::include_no_column);
    }
    template <auto... M>
    constexpr void note_include(const constraint_options& options) {
        if (sizeof...(M) + options.include.count > most_keys) note(item_fault::too_many_keys);
        note_parameters(options.parameters, stored_as::btree);
        if (options.include.count == 0) return;
        note_included(options.include);
        if constexpr ((std::is_same_v<owner_of<M>, T> && ...))
            if ((contains<T>(options.include, column_place<M>) || ...)) note(item_fault::include_key);
    }
    template <class... Keys, class Item>
    constexpr void note_index(const Item& item, std::string_view method, bool unique) {
        const auto is = [method](auto... names) { return ((method == names) || ...); };
        const bool btree = method.empty() || method == "btree";
        if (unique && is("hash", "gin", "gist", "spgist", "brin")) note(item_fault::no_unique_method);
        if (sizeof...(Keys) > 1 && is("hash", "spgist")) note(item_fault::one_column);
        if (sizeof...(Keys) + item.options.include.count > most_keys) note(item_fault::too_many_keys);
        if (item.options.include.count > 0) {
            if (is("hash", "gin", "brin")) note(item_fault::no_include);
            note_included(item.options.include);
            if ((key_in<Keys>(item.options.include) || ...)) note(item_fault::include_key);
        }
        if (!btree && (has_order<Keys>() || ...) && is("hash", "gin", "gist", "spgist", "brin"))
            note(item_fault::no_order);
        if (!can_index<Keys...>(method)) note(item_fault::no_operator_class);
        note_parameters(item.options.parameters, stored_by(method));
    }
    template <class Key>
    static constexpr bool has_order() {
        if constexpr (requires { Key::has_order; }) return Key::has_order;
        else return false;
    }
    template <class Key>
    static constexpr bool key_in(const column_places& include) {
        if constexpr (ordered_key<Key>) return key_in<typename Key::expression_type>(include);
        else if constexpr (requires { Key::pointer; }) {
            if constexpr (std::is_same_v<typename Key::owner, T>)
                return contains<T>(include, column_place<Key::pointer>);
            else return false;
        } else return false;
    }
    template <auto M>
    constexpr void note_actions(reference_actions actions) {
        column_facts& column = facts.columns[column_place<M>];
        // Only the named columns are set, when there are names.
        if (actions.set_columns.count > 0 && !contains<T>(actions.set_columns, column_place<M>))
            actions.on_delete = referential_action::no_action;
        for (const auto action : {actions.on_delete, actions.on_update}) {
            column.nulled |= action == referential_action::set_null;
            column.defaulted |= action == referential_action::set_default;
        }
        column.cascaded |= actions.on_update == referential_action::cascade;
    }
};

template <class T, std::size_t... I>
constexpr auto read_facts(std::index_sequence<I...>) {
    table_facts<sizeof...(I)> facts{};
    const auto declaration = declare<T>();
    fact_reader<T> read{facts};
    declaration.items.each(read);
    facts.name = declaration.name;
    facts.renamed |= embeds<T>;
    if (facts.fault == item_fault::none) {
        const bool temporary = facts.persistence == persistence::temporary;
        if (facts.on_commit && !temporary) facts.fault = item_fault::on_commit;
        else if (temporary && !facts.schema.empty()) facts.fault = item_fault::temporary_schema;
    }
    const type_facts types[]{type_facts_of<column_type<I, T>>...};
    for (std::size_t i = 0; i < sizeof...(I); ++i) {
        column_facts& column = facts.columns[i];
        column.field = column_field<T>(i);
        column.name = column_name<T>(i, column.name);
        column.plain = !needs_quotes(column.name);
        column.domain = types[i].domain;
        column.nullable = types[i].nullable;
        column.sortable = types[i].sortable;
        column.comparable = types[i].comparable;
    }
    if constexpr (!describes_itself<T> && !described_outside<T>) {
        facts.name = default_table_name<T>.view();
        ((void)(facts.columns[I].field == "id" && !is_optional<column_type<I, T>> &&
                (++facts.primary_keys, facts.add_key(I), facts.columns[I].identity = plain_integer<column_type<I, T>>)),
         ...);
    }
    facts.plain = facts.schema.empty() && !needs_quotes(facts.name);
    return facts;
}

/// What is known of model `T`.
template <class T>
inline constexpr auto facts_of = read_facts<T>(std::make_index_sequence<column_count<T>>{});

/// The primary key's columns: how many, which, and their C++ types.
template <class T>
inline constexpr bool has_primary_key = facts_of<T>.key_columns > 0;

}  // namespace pgmodel::detail
