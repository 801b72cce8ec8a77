// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Everything that can be wrong with a model as a whole, reported once, by a sentence, where the model is first used.
#pragma once

#include <pgmodel/model/facts.hpp>

namespace pgmodel::detail {

/// Does a primary key or UNIQUE constraint of `T` cover exactly these columns, in any order?
template <class T>
struct key_finder {
    const bool* wanted;
    std::size_t count;
    bool found = false;

    template <auto... M>
    constexpr void operator()(const unique_declaration<M...>&) {
        if (sizeof...(M) == count && (wanted[field_index<M>] && ...)) found = true;
    }
    template <class Other>
    constexpr void operator()(const Other&) {}
};

template <class T, auto... M>
constexpr bool is_unique_key() {
    constexpr auto& facts = facts_of<T>;
    bool wanted[field_count<T>]{};
    ((wanted[field_index<M>] = true), ...);
    if (facts.key_columns == sizeof...(M)) {
        bool all = true;
        for (std::size_t i = 0; i < facts.key_columns; ++i) all = all && wanted[facts.key[i]];
        if (all) return true;
    }
    if (sizeof...(M) == 1 && (facts.columns[field_index<M>].unique || ...)) return true;
    key_finder<T> finder{wanted, sizeof...(M)};
    declare<T>().items.each([&](const auto& item) { finder(item); });
    return finder.found;
}

template <class T, auto... Source, auto... Target>
constexpr void check_reference(referred_columns<Target...>) {
    using other = owner_of<first_of<Target...>::value>;
    static_assert((std::is_same_v<owner_of<Target>, other> && ...),
                  "pgmodel: a foreign key references columns of one table");
    static_assert(is_unique_key<other, Target...>(),
                  "pgmodel: a foreign key must reference the primary key or a unique column of the other table; declare that "
                  "column unique");
}
template <class Other, auto... Source, std::size_t... I>
constexpr void check_key_reference(std::index_sequence<I...>) {
    constexpr auto& facts = facts_of<Other>;
    static_assert(facts.key_columns == sizeof...(Source),
                  "pgmodel: a foreign key must have as many columns as the primary key that it references");
    if constexpr (facts.key_columns == sizeof...(Source))
        static_assert((std::is_same_v<unwrapped<type_of<Source>>, field_type<facts.key[I], Other>> && ...),
                      "pgmodel: a foreign key and the column that it references must have the same type");
}
template <class T, auto... Source, class Other>
constexpr void check_reference(referred_key<Other>) {
    check_key_reference<Other, Source...>(std::make_index_sequence<sizeof...(Source)>{});
}

template <class T>
struct item_checker {
    template <auto M, class R, class D, class U>
    static constexpr void check(const field_declaration<M, R, D, U>*) {
        if constexpr (!std::is_same_v<R, nothing_said>) check_reference<T, M>(R{});
    }
    template <class Target, auto... M>
    static constexpr void check(const foreign_key_declaration<Target, M...>*) {
        check_reference<T, M...>(Target{});
    }
    template <class Other>
    static constexpr void check(const Other*) {}
};

template <class T, class Declaration>
struct declaration_checker;
template <class T, class... Items>
struct declaration_checker<T, table_declaration<Items...>> {
    static constexpr bool run() {
        (item_checker<T>::check(static_cast<const Items*>(nullptr)), ...);
        return true;
    }
};

/// The type of field `I` has a codec, unless it is transient.
template <class T, std::size_t I>
constexpr bool check_field_type() {
    using type = unwrapped<field_type<I, T>>;
    if constexpr (facts_of<T>.columns[I].stored()) {
        static_assert(!std::is_same_v<type, unsigned long> && !std::is_same_v<type, unsigned long long>,
                      "pgmodel: PostgreSQL has no unsigned 64-bit integer; use std::int64_t or pgmodel::numeric<20, 0>");
        static_assert(has_codec<type> || std::is_same_v<type, unsigned long> || std::is_same_v<type, unsigned long long>,
                      "pgmodel: this field's type has no PostgreSQL type; use one of the supported types, leave the field out "
                      "with pgmodel::transient, or specialise pgmodel::codec for it (JSON: include <nlohmann/json.hpp>)");
    }
    return true;
}

template <class T>
struct checked_model {
    static constexpr auto& facts = facts_of<T>;
    static_assert(facts.primary_keys < 2,
                  "pgmodel: this model declares two primary keys; for a key of several columns write "
                  "pgmodel::primary_key(col<...>, col<...>)");
    static_assert(facts.versions < 2, "pgmodel: this model has two version columns");
    static_assert(!facts.twice, "pgmodel: this model declares a field twice; say everything of it in one pgmodel::field");
    static_assert(facts.stored() > 0, "pgmodel: all fields of this model are transient; a table has at least one column");
    static_assert(facts.key_columns > 0 || facts.no_primary_key || !(describes_itself<T> || described_outside<T>),
                  "pgmodel: this model has no primary key; declare one, or say pgmodel::no_primary_key");

    template <std::size_t... I>
    static constexpr bool run(std::index_sequence<I...>) {
        (check_field_type<T, I>(), ...);
        return declaration_checker<T, declaration_type<T>>::run();
    }
    static constexpr bool value = run(std::make_index_sequence<field_count<T>>{});
};

/// Instantiated wherever a model is used; all sentences about models come from here.
template <class T>
concept model_checked = checked_model<T>::value;

}  // namespace pgmodel::detail
