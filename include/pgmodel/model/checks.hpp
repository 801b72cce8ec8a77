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

// What follows are class templates, not functions: a compiler reports an error in a constant function with every call that
// has led to it, and one in a class with the classes only.

template <class T, class Target, auto... Source>
struct checked_reference;
template <class T, auto... Target, auto... Source>
struct checked_reference<T, referred_columns<Target...>, Source...> {
    using other = owner_of<first_of<Target...>::value>;
    static constexpr bool one_table = (std::is_same_v<owner_of<Target>, other> && ...);
    static_assert(one_table, "pgmodel: a foreign key references columns of one table");
    static constexpr bool unique = [] {
        if constexpr (one_table) return is_unique_key<other, Target...>();
        else return true;
    }();
    static_assert(unique,
                  "pgmodel: a foreign key must reference the primary key or a unique column of the other table; declare that "
                  "column unique");
    static constexpr bool value = true;
};
template <class T, class Other, auto... Source>
struct checked_reference<T, referred_key<Other>, Source...> {
    static constexpr bool same_length = facts_of<Other>.key_columns == sizeof...(Source);
    static_assert(same_length, "pgmodel: a foreign key must have as many columns as the primary key that it references");

    template <std::size_t... I>
    static constexpr bool same_types(std::index_sequence<I...>) {
        if constexpr (same_length)
            return (std::is_same_v<unwrapped<type_of<Source>>, field_type<facts_of<Other>.key[I], Other>> && ...);
        else
            return true;
    }
    static_assert(same_types(std::make_index_sequence<sizeof...(Source)>{}),
                  "pgmodel: a foreign key and the column that it references must have the same type");
    static constexpr bool value = true;
};

/// Are all fields that an item names of `T`? An expression is asked for the first column that is not.
template <class T, auto... M>
struct fields_of_model {
    static_assert((std::is_same_v<owner_of<M>, T> && ...), "pgmodel: this declaration names a field of another struct");
    static constexpr bool value = true;
};
template <class T, class Stranger>
struct columns_of_model {
    static_assert(std::is_void_v<Stranger>, "pgmodel: this declaration names a field of another struct");
    static constexpr bool value = true;
};
template <class T, class E>
using stranger_in = typename E::template stranger<table_list<T>>;

template <class T, class Item>
struct item_owner : std::true_type {};
template <class T, auto M, class R, class D, class U>
struct item_owner<T, field_declaration<M, R, D, U>> : fields_of_model<T, M> {};
template <class T, auto M>
struct item_owner<T, transient_field<M>> : fields_of_model<T, M> {};
template <class T, auto... M>
struct item_owner<T, primary_key_declaration<M...>> : fields_of_model<T, M...> {};
template <class T, auto... M>
struct item_owner<T, unique_declaration<M...>> : fields_of_model<T, M...> {};
template <class T, class Target, auto... M>
struct item_owner<T, foreign_key_declaration<Target, M...>> : fields_of_model<T, M...> {};
template <class T, class Condition>
struct item_owner<T, check_declaration<Condition>> : columns_of_model<T, stranger_in<T, Condition>> {};
template <class T, class... Keys>
struct item_owner<T, index_declaration<nothing_said, Keys...>>
    : columns_of_model<T, typename first_stranger<stranger_in<T, Keys>...>::type> {};
template <class T, class Predicate, class... Keys>
struct item_owner<T, index_declaration<Predicate, Keys...>>
    : columns_of_model<T, typename first_stranger<stranger_in<T, Keys>..., stranger_in<T, Predicate>>::type> {};

template <class T, class Item>
struct item_reference : std::true_type {};
template <class T, auto M, class R, class D, class U>
    requires(!std::is_same_v<R, nothing_said>)
struct item_reference<T, field_declaration<M, R, D, U>> : checked_reference<T, R, M> {};
template <class T, class Target, auto... M>
struct item_reference<T, foreign_key_declaration<Target, M...>> : checked_reference<T, Target, M...> {};

template <class T, class Declaration>
struct checked_items;
template <class T, class... Items>
struct checked_items<T, table_declaration<Items...>> {
    template <template <class, class> class Check>
    static constexpr bool all = (Check<T, Items>::value && ... && true);
};

/// Says which field of a model has a type that PostgreSQL has not.
template <class T, fixed_string Field, class Type>
struct unsupported_field {
    static constexpr bool unsigned_64 = std::is_same_v<Type, unsigned long> || std::is_same_v<Type, unsigned long long>;
    static_assert(!unsigned_64,
                  "pgmodel: PostgreSQL has no unsigned 64-bit integer; use std::int64_t or pgmodel::numeric<20, 0>");
    static_assert(unsigned_64 || has_codec<Type>,
                  "pgmodel: this field's type has no PostgreSQL type; use one of the supported types, leave the field out "
                  "with pgmodel::transient, or specialise pgmodel::codec for it (JSON: include <nlohmann/json.hpp>)");
    static constexpr bool value = true;
};
template <class T, std::size_t I>
constexpr auto field_name_as_argument() {
    constexpr std::string_view name = field_names<T>.at[I];
    fixed_string<name.size()> out;
    for (std::size_t i = 0; i < name.size(); ++i) out.text[i] = name[i];
    return out;
}
/// The type of field `I` has a codec, unless it is transient.
template <class T, std::size_t I>
constexpr bool check_field_type() {
    using type = unwrapped<field_type<I, T>>;
    if constexpr (!has_codec<type> && facts_of<T>.columns[I].stored())
        return unsupported_field<T, field_name_as_argument<T, I>(), type>::value;
    else
        return true;
}
template <class T, class Indices = std::make_index_sequence<field_count<T>>>
struct checked_fields;
template <class T, std::size_t... I>
struct checked_fields<T, std::index_sequence<I...>> {
    static constexpr bool value = (check_field_type<T, I>() && ...);
};

template <class T>
struct checked_model {
    // In this order: each looks at what those before it have found right.
    static_assert(aggregate_fields<T>::value > 0);
    static_assert(field_names<T>.at[0].size() > 0);
    static_assert(!(describes_itself<T> && described_outside<T>), 
                  "pgmodel: this struct has both a table() of its own and a pgmodel::table_of; keep one of them");
    using items = checked_items<T, declaration_type<T>>;
    static_assert(items::template all<item_owner>);
    static constexpr auto& facts = facts_of<T>;
    static_assert(facts.primary_keys < 2,
                  "pgmodel: this model declares two primary keys; for a key of several columns write "
                  "pgmodel::primary_key(col<...>, col<...>)");
    static_assert(facts.versions < 2, "pgmodel: this model has two version columns");
    static_assert(!facts.twice, "pgmodel: this model declares a field twice; say everything of it in one pgmodel::field");
    static_assert(facts.stored() > 0, "pgmodel: all fields of this model are transient; a table has at least one column");
    static_assert(facts.key_columns > 0 || facts.no_primary_key || !(describes_itself<T> || described_outside<T>),
                  "pgmodel: this model has no primary key; declare one, or say pgmodel::no_primary_key");
    static constexpr bool value = checked_fields<T>::value && items::template all<item_reference>;
};

/// Instantiated wherever a model is used; all sentences about models come from here.
template <class T>
concept model_checked = checked_model<T>::value;

}  // namespace pgmodel::detail
