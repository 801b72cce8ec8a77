// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The models of an application: what create_all makes and drop_all drops, and how their constraints are named.
#pragma once

#include <pgmodel/model/checks.hpp>

namespace pgmodel {

/// How constraints and indexes without a name of their own are called. Each pattern may hold {table}, {columns} (joined
/// by _), and {referred_table}; an empty pattern means PostgreSQL's own convention (users_pkey, users_email_key,
/// users_email_idx, orders_user_id_fkey, users_age_check,
/// bookings_room_excl).
struct naming_convention {
    std::string_view primary_key{};
    std::string_view unique{};
    std::string_view foreign_key{};
    std::string_view check{};
    std::string_view index{};
    std::string_view exclusion{};
};

namespace detail {

/// T is no model but says what belongs to none (see <pgmodel/objects.hpp>).
template <class T>
concept describes_objects = requires { typename decltype(T::objects())::object_items; };
template <class T>
struct checked_objects;
template <class T>
using checked_entry = std::conditional_t<describes_objects<T>, checked_objects<T>, checked_model<T>>;

/// The field `id` of a model without a declaration is its primary key. What is only read, such as a row of an outer
/// join, may have an optional one.
template <class T>
struct plain_id {
    static constexpr bool optional = [] {
        if constexpr (!describes_objects<T> && !describes_itself<T> && !described_outside<T>)
            for (const auto& column : facts_of<T>.columns)
                if (column.nullable && column.field == "id") return true;
        return false;
    }();
    static_assert(!optional,
                  "pgmodel: the id of this model is optional, so it is no primary key; make it a plain value, "
                  "or give the struct a table() that says pgmodel::no_primary_key");
    static constexpr bool value = true;
};

struct table_place {
    std::string_view schema, name;
};
template <class Entry>
constexpr table_place table_place_of() {
    if constexpr (describes_objects<Entry>) return {};
    else return {facts_of<Entry>.schema, facts_of<Entry>.name};
}
/// Of what has no table the name is empty.
template <class... Entries>
constexpr bool each_table_once() {
    const table_place tables[]{table_place_of<Entries>()..., {}};
    for (std::size_t i = 0; i < sizeof...(Entries); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (!tables[i].name.empty() && tables[i].name == tables[j].name && tables[i].schema == tables[j].schema)
                return false;
    return true;
}

/// The sequence of a numbered column is called so, where nothing else is.
constexpr bool is_sequence_of(std::string_view name, std::string_view table, std::string_view column) {
    return name.size() == table.size() + column.size() + 5 && name.starts_with(table) && name.ends_with("_seq") &&
           name[table.size()] == '_' && name.substr(table.size() + 1, column.size()) == column;
}
template <class Entry>
constexpr bool is_no_sequence_of(table_place other) {
    if constexpr (!describes_objects<Entry>)
        if (facts_of<Entry>.schema == other.schema)
            for (const auto& column : facts_of<Entry>.columns)
                if ((column.identity || column.serial) && is_sequence_of(other.name, facts_of<Entry>.name, column.name))
                    return false;
    return true;
}
template <class... Entries>
constexpr bool sequences_apart() {
    bool apart = true;
    for (const table_place& each : {table_place_of<Entries>()..., table_place{}})
        if (each.name.ends_with("_seq")) apart &= (is_no_sequence_of<Entries>(each) && ... && true);
    return apart;
}

}  // namespace detail

/// A list of models, in any order, and of structs that say what belongs to none (see <pgmodel/objects.hpp>); every
/// mistake in one of them is reported where the registry is defined.
template <class... Models>
struct registry {
    static_assert((detail::checked_entry<Models>::value && ... && true));
    static_assert((detail::plain_id<Models>::value && ... && true));
    static_assert(
        detail::each_table_once<Models...>(),
        "pgmodel: this registry has a model twice, or two models of one table; list each once, and give each table a "
        "name of its own");
    static_assert(detail::sequences_apart<Models...>(),
                  "pgmodel: a table of this registry is called as the server calls the sequence of another one's "
                  "identity: table_column_seq; give it another name");

    naming_convention naming{};
};

}  // namespace pgmodel
