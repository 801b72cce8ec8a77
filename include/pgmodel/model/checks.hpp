// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Everything that can be wrong with a model as a whole, reported once, by a sentence, where the model is first used.
#pragma once

#include <pgmodel/model/mentioned.hpp>
#include <pgmodel/types/composite.hpp>
#include <pgmodel/types/enumeration.hpp>

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

/// Can values be read into it?
template <class T>
concept readable = has_codec<T> && requires { &codec<T>::decode; };

/// Says which field of a model has a type that PostgreSQL has not.
template <class T, fixed_string Field, class Type>
struct unsupported_field {
    static constexpr bool unsigned_64 = std::is_same_v<Type, unsigned long> || std::is_same_v<Type, unsigned long long>;
    static_assert(!unsigned_64,
                  "pgmodel: PostgreSQL has no unsigned 64-bit integer; use std::int64_t or pgmodel::numeric<20, 0>");
    static constexpr bool constant = std::is_const_v<Type>;
    static_assert(!constant, "pgmodel: a const field cannot be given what the database returns; make it a plain value");
    static constexpr bool borrowed = has_codec<Type> && !readable<Type>;
    static_assert(!borrowed, "pgmodel: a field must own its value; use std::string for a text");
    static_assert(unsigned_64 || constant || has_codec<Type>,
                  "pgmodel: this field's type has no PostgreSQL type; use one of the supported types, leave the field out "
                  "with pgmodel::transient, or specialise pgmodel::codec for it (JSON: include <nlohmann/json.hpp>)");
    static constexpr bool value = true;
};
/// The type of field `I` has a codec, unless it is transient.
template <class T, std::size_t I>
constexpr bool check_field_type() {
    using type = unwrapped<field_type<I, T>>;
    using inner = innermost_type<type>;
    if constexpr (!facts_of<T>.columns[I].stored()) return true;
    else if constexpr (composite_value<inner>) {
        constexpr std::size_t bad = unsupported_attribute<inner>();
        if constexpr (bad < field_count<inner>) return unsupported_field_of<inner, bad>::value;
        else return composite_traits<inner>::count > 0;
    } else if constexpr (!readable<type> || std::is_const_v<type>)
        return unsupported_field<T, field_name_as_argument<T, I>(), type>::value;
    else return true;
}
template <class T, class Indices = std::make_index_sequence<field_count<T>>>
struct checked_fields;
template <class T, std::size_t... I>
struct checked_fields<T, std::index_sequence<I...>> {
    static constexpr bool value = (check_field_type<T, I>() && ...);
};

/// What is wrong with names and properties that need no types to be judged.
enum class model_fault {
    none, no_table_name, no_column_name, long_name, same_names, system_column, identity_default, nulled_value,
    no_default_to_set, transient_key
};
constexpr model_fault find_fault(std::string_view table, const column_facts* columns, std::size_t count, const std::uint16_t* key,
                                 std::size_t key_columns) {
    if (table.empty()) return model_fault::no_table_name;
    if (table.size() > 63) return model_fault::long_name;
    for (std::size_t i = 0; i < count; ++i) {
        const column_facts& c = columns[i];
        if (!c.stored()) continue;
        if (c.name.empty()) return model_fault::no_column_name;
        if (c.name.size() > 63) return model_fault::long_name;
        for (std::size_t j = 0; j < i; ++j)
            if (columns[j].stored() && columns[j].name == c.name) return model_fault::same_names;
        for (std::string_view taken : {"ctid", "xmin", "xmax", "cmin", "cmax", "tableoid"})
            if (c.name == taken) return model_fault::system_column;
        if (c.identity && c.server_default) return model_fault::identity_default;
        if (c.nulled && !c.nullable) return model_fault::nulled_value;
        if (c.defaulted && !c.nullable && !c.server_default) return model_fault::no_default_to_set;
    }
    for (std::size_t i = 0; i < key_columns; ++i)
        if (columns[key[i]].transient) return model_fault::transient_key;
    return model_fault::none;
}

/// No transient field, and none twice, in keys, checks and indexes.
template <class T, auto... M>
struct stored_key {
    static_assert((facts_of<T>.columns[field_index<M>].stored() && ...),
                  "pgmodel: this declaration names a transient field, which is no column");
    static constexpr bool twice = [] {
        const std::size_t places[]{field_index<M>...};
        for (std::size_t i = 0; i < sizeof...(M); ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (places[i] == places[j]) return true;
        return false;
    }();
    static_assert(!twice, "pgmodel: this declaration names a field twice");
    static constexpr bool value = true;
};
template <class T, class... Expressions>
struct stored_expressions {
    static constexpr bool stored = [] {
        mentioned_fields<T> mentioned{};
        (mentioned.template look_at<Expressions>(), ...);
        for (std::size_t i = 0; i < field_count<T>; ++i)
            if (mentioned.at[i] && !facts_of<T>.columns[i].stored()) return false;
        return true;
    }();
    static_assert(stored, "pgmodel: this declaration names a transient field, which is no column");
    static constexpr bool value = true;
};
template <class T, class Item>
struct item_stored : std::true_type {};
template <class T, auto... M>
struct item_stored<T, unique_declaration<M...>> : stored_key<T, M...> {};
template <class T, class Target, auto... M>
struct item_stored<T, foreign_key_declaration<Target, M...>> : stored_key<T, M...> {};
template <class T, class Condition>
struct item_stored<T, check_declaration<Condition>> : stored_expressions<T, Condition> {};
template <class T, class... Keys>
struct item_stored<T, index_declaration<nothing_said, Keys...>> : stored_expressions<T, Keys...> {};
template <class T, class Predicate, class... Keys>
struct item_stored<T, index_declaration<Predicate, Keys...>> : stored_expressions<T, Predicate, Keys...> {};

template <class Field>
struct checked_enum_name : std::true_type {};
template <native_enum Enum>
struct checked_enum_name<Enum> {
    static_assert(!is_builtin_type(declare_enum<Enum>().name),
                  "pgmodel: this enum is called like a type of PostgreSQL's own; name it otherwise by pgmodel::enum_of");
    static constexpr bool value = true;
};
template <class T, class Indices = std::make_index_sequence<field_count<T>>>
struct checked_enum_names;
template <class T, std::size_t... I>
struct checked_enum_names<T, std::index_sequence<I...>> {
    static constexpr bool value = (checked_enum_name<unwrapped<field_type<I, T>>>::value && ...);
};

/// A member of any kind and access that is called `table` makes the name ambiguous here.
struct called_table {
    int table;
};
template <class T>
struct table_probe : T, called_table {};

/// A table() that was meant to describe the model and cannot.
template <class T>
constexpr bool unusable_table() {
    if constexpr (requires { &T::table; }) {
        if constexpr (std::is_member_object_pointer_v<decltype(&T::table)>) return false;  // a field
        else if constexpr (!describes_itself<T>) return true;
        else return !requires { typename std::bool_constant<(static_cast<void>(T::table()), true)>; };
    } else if constexpr (std::is_final_v<T>) {
        return false;
    } else {
        return !requires { &table_probe<T>::table; };
    }
}
template <class T>
inline constexpr bool is_table_declaration = false;
template <class... Items>
inline constexpr bool is_table_declaration<table_declaration<Items...>> = true;

template <class T>
struct checked_model {
    // In this order: each looks at what those before it have found right.
    static_assert(aggregate_fields<T>::value > 0);
    static_assert(field_names<T>.at[0].size() > 0);
    static_assert(!unusable_table<T>(),
                  "pgmodel: this struct has a table() that cannot describe it; write a public static constexpr auto table() "
                  "without parameters that returns pgmodel::table(...)");
    static_assert(is_table_declaration<declaration_type<T>>, "pgmodel: table() must return what pgmodel::table(...) gives");
    static_assert(!(describes_itself<T> && described_outside<T>),
                  "pgmodel: this struct has both a table() of its own and a pgmodel::table_of; keep one of them");
    static_assert(checked_enum_names<T>::value);
    using items = checked_items<T, declaration_type<T>>;
    static_assert(items::template all<item_owner>);
    static constexpr auto& facts = facts_of<T>;
    static_assert(facts.primary_keys < 2,
                  "pgmodel: this model declares two primary keys; for a key of several columns write "
                  "pgmodel::primary_key(col<...>, col<...>)");
    static_assert(facts.versions < 2, "pgmodel: this model has two version columns");
    static_assert(!facts.twice, "pgmodel: this model declares a field twice; say everything of it in one pgmodel::field");
    static constexpr model_fault fault = find_fault(facts.name, facts.columns, field_count<T>, facts.key, facts.key_columns);
    static_assert(fault != model_fault::no_table_name, "pgmodel: the name of this model's table is empty");
    static_assert(fault != model_fault::no_column_name, "pgmodel: the name of a column of this model is empty");
    static_assert(fault != model_fault::long_name,
                  "pgmodel: the name of this model's table or of a column is longer than PostgreSQL's 63 bytes; shorten it");
    static_assert(fault != model_fault::same_names, "pgmodel: two columns of this model have the same name");
    static_assert(fault != model_fault::system_column,
                  "pgmodel: a column of this model is called like a system column of PostgreSQL (ctid, xmin, xmax, cmin, cmax, "
                  "tableoid); name it otherwise with .named()");
    static_assert(!facts.key_twice, "pgmodel: this model's primary key names a field twice");
    static_assert(fault != model_fault::transient_key, "pgmodel: this model's primary key names a transient field");
    static_assert(fault != model_fault::identity_default,
                  "pgmodel: an identity column of this model has a server default as well; keep one of them");
    static_assert(fault != model_fault::nulled_value,
                  "pgmodel: a foreign key of this model sets a field to NULL that is not optional; make it std::optional");
    static_assert(fault != model_fault::no_default_to_set,
                  "pgmodel: a foreign key of this model sets a field to its default that has none; give it a server_default");
    static_assert(facts.stored() > 0, "pgmodel: all fields of this model are transient; a table has at least one column");
    static_assert(facts.key_columns > 0 || facts.no_primary_key || !(describes_itself<T> || described_outside<T>),
                  "pgmodel: this model has no primary key; declare one, or say pgmodel::no_primary_key");
    static constexpr bool value =
        checked_fields<T>::value && items::template all<item_stored> && items::template all<item_reference>;
};

/// Instantiated wherever a model is used; all sentences about models come from here.
template <class T>
concept model_checked = checked_model<T>::value;

}  // namespace pgmodel::detail
