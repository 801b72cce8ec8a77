// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Everything that can be wrong with a model as a whole, reported once, by a sentence, where the model is first used.
#pragma once

#include <pgmodel/model/domain.hpp>
#include <pgmodel/model/faults.hpp>
#include <pgmodel/model/item_checks.hpp>
#include <pgmodel/model/table_parameters.hpp>
#include <pgmodel/types/composite.hpp>
#include <pgmodel/types/enumeration.hpp>

namespace pgmodel::detail {

/// Says which field of a model has a type that PostgreSQL has not.
template <class T, fixed_string Field, class Type>
struct unsupported_field {
    static constexpr bool too_wide = unsigned_64<Type>;
    static_assert(!too_wide,
                  "pgmodel: PostgreSQL has no unsigned 64-bit integer; use std::int64_t or pgmodel::numeric<20, 0>");
    static constexpr bool constant = std::is_const_v<Type>;
    static_assert(!constant, "pgmodel: a const field cannot be given what the database returns; make it a plain value");
    static constexpr bool borrowed = has_codec<Type> && !readable<Type>;
    static_assert(!borrowed, "pgmodel: a field must own its value; use std::string for a text");
    using inner = innermost_type<Type>;
    static constexpr bool plain_enum =
        std::is_enum_v<inner> && !native_enum<inner> && !std::is_same_v<inner, std::byte>;
    static_assert(
        !plain_enum,
        "pgmodel: a plain enum has no PostgreSQL type; make it an enum class, or describe it by pgmodel::enum_of");
    static constexpr bool time_point = requires {
        typename inner::clock;
        typename inner::duration;
    };
    static_assert(
        !time_point,
        "pgmodel: a time_point of <chrono> has no PostgreSQL type; use pgmodel::timestamptz, or pgmodel::date");
    static constexpr bool character = std::is_same_v<inner, char>;
    static_assert(!character, "pgmodel: a char has no PostgreSQL type; use std::string, or pgmodel::varchar<1>");
    static constexpr bool pointer = requires(inner& p) {
        typename inner::element_type;
        *p;
    };
    static_assert(!pointer,
                  "pgmodel: a pointer has no PostgreSQL type; use std::optional for a value that may be NULL");
    static_assert(
        too_wide || constant || plain_enum || time_point || character || pointer || has_codec<Type>,
        "pgmodel: this field's type has no PostgreSQL type; use one of the supported types, leave the field out "
        "with pgmodel::transient, or specialise pgmodel::codec for it (JSON: include <nlohmann/json.hpp>)");
    static constexpr bool value = true;
};
template <class T, std::size_t I>
constexpr auto column_as_argument() {
    constexpr std::string_view name = facts_of<T>.columns[I].field;
    fixed_string<name.size()> out;
    for (std::size_t i = 0; i < name.size(); ++i) out.text[i] = name[i];
    return out;
}
template <class Type>
struct sortable_struct {
    static_assert(is_sortable<Type>(),
                  "pgmodel: a key or index of this model has a struct that PostgreSQL cannot sort, since it holds a "
                  "json, xml, point or the like; leave it out");
    static constexpr bool value = true;
};
template <class T, std::size_t I>
inline constexpr bool is_key_of =
    facts_of<T>.columns[I].primary_key || facts_of<T>.columns[I].unique || facts_of<T>.columns[I].index;
/// Where to ask whether the type of column `I` has a codec, unless it is transient. A pointer, so that nothing is asked
/// yet: each function on the way is a line of a compiler's output.
template <class T, std::size_t I>
constexpr auto find_field_check() {
    using type = unwrapped<column_type<I, T>>;
    using inner = innermost_type<type>;
    if constexpr (!facts_of<T>.columns[I].stored()) return static_cast<std::true_type*>(nullptr);
    else if constexpr (composite_value<inner>) {
        constexpr std::size_t bad = unsupported_attribute<inner>();
        if constexpr (bad < field_count<inner>) return static_cast<unsupported_field_of<inner, bad>*>(nullptr);
        else if constexpr (composite_traits<inner>::count > 0 && is_key_of<T, I>)
            return static_cast<sortable_struct<type>*>(nullptr);
        else return static_cast<std::true_type*>(nullptr);
    } else if constexpr (!readable<type> || std::is_const_v<type>)
        return static_cast<unsupported_field<T, column_as_argument<T, I>(), type>*>(nullptr);
    else return static_cast<std::true_type*>(nullptr);
}
template <class T, std::size_t I>
using checked_field_type = std::remove_pointer_t<decltype(find_field_check<T, I>())>;
template <class Type>
struct void_field {
    static constexpr bool value = !std::is_same_v<Type, nothing>;
    static_assert(value, "pgmodel: pgmodel::nothing is what functions give that return void, and no column can hold "
                         "it; take the field away");
};
/// Nothing can be wrong with a field of this type, in whatever model; asked first, since it is known for all models at
/// once.
template <class Field, class Inner = innermost_type<unwrapped<Field>>>
inline constexpr bool plain_field_type =
    readable<unwrapped<Field>> && !std::is_const_v<Field> && !composite_value<Inner> && !std::is_same_v<Inner, nothing>;
template <class T, class Indices = std::make_index_sequence<column_count<T>>>
inline constexpr bool plain_fields = false;
template <class T, std::size_t... I>
inline constexpr bool plain_fields<T, std::index_sequence<I...>> = all_true({plain_field_type<column_type<I, T>>...});

template <class T, class Indices = std::make_index_sequence<column_count<T>>, bool Plain = plain_fields<T, Indices>>
struct checked_fields {
    static constexpr bool value = true;
};
template <class T, std::size_t... I>
struct checked_fields<T, std::index_sequence<I...>, false> {
    static constexpr bool value = all_true({std::remove_pointer_t<decltype(find_field_check<T, I>())>::value &&
                                            void_field<innermost_type<unwrapped<column_type<I, T>>>>::value...});
};

template <item_fault Fault>
struct checked_item_fault {
    static_assert(
        Fault != item_fault::sequence,
        "pgmodel: the options of an identity of this model do not fit: the increment is not 0, the start lies between "
        "minvalue and maxvalue, those within the column's type, and the cache is at least 1");
    static_assert(
        Fault != item_fault::own_sequence,
        "pgmodel: the options of a sequence of this model do not fit: the increment is not 0, the start lies between "
        "minvalue and maxvalue, those within the sequence's type, and the cache is at least 1");
    static_assert(Fault != item_fault::statistics,
                  "pgmodel: a statistics target of this model is not between 0 and 10000");
    static_assert(Fault != item_fault::include_other,
                  "pgmodel: include() of this model names a field of another struct");
    static_assert(
        Fault != item_fault::include_no_column,
        "pgmodel: include() of this model names an embedded struct or an attribute of a composite column; name a "
        "column, such as pgmodel::col<&model::field, &embedded::field>");
    static_assert(Fault != item_fault::include_key,
                  "pgmodel: include() of this model names a column of the key itself; name others");
    static_assert(Fault != item_fault::set_outside_key, "pgmodel: on_delete_set_null() or on_delete_set_default() of "
                                                        "this model names a column outside the foreign key");
    static_assert(
        Fault != item_fault::not_unique,
        "pgmodel: nulls_not_distinct() is said of an index of this model that is not unique; add unique() before it");
    static_assert(Fault != item_fault::no_unique_method,
                  "pgmodel: an index of this model is unique but no B-tree; only a B-tree can be unique");
    static_assert(Fault != item_fault::one_column,
                  "pgmodel: a hash or SP-GiST index of this model has several keys; it can have only one");
    static_assert(Fault != item_fault::no_include,
                  "pgmodel: a hash, GIN or BRIN index of this model has include(); only B-tree, GiST and SP-GiST can");
    static_assert(Fault != item_fault::no_order, "pgmodel: an index of this model that is no B-tree has asc(), desc() "
                                                 "or nulls_first(); only a B-tree is sorted");
    static_assert(
        Fault != item_fault::no_exclusion,
        "pgmodel: an exclusion constraint of this model uses GIN or BRIN, which cannot do it; take using_gist()");
    static_assert(
        Fault != item_fault::no_operator_class,
        "pgmodel: an index or exclusion constraint of this model has a key that PostgreSQL cannot index so: json, xml "
        "and most shapes have no order, and each method knows some types only; choose another method, or name an "
        "operator class by .ops()");
    static_assert(Fault != item_fault::too_many_keys,
                  "pgmodel: a key or an index of this model has more than 32 columns, what it includes among them");
    static_assert(Fault != item_fault::no_storage,
                  "pgmodel: storage() or compression() is said of a field whose values are short and always stand in "
                  "their row, such as a number; take it away");
    static_assert(Fault != item_fault::exclusion_operator,
                  "pgmodel: an exclusion constraint of this model is a B-tree, which knows only pgmodel::op<\"=\">; "
                  "add using_gist()");
    static_assert(Fault != item_fault::two_kinds,
                  "pgmodel: this model's table is both unlogged and temporary; choose one");
    static_assert(Fault != item_fault::on_commit,
                  "pgmodel: on_commit_... is said of a table that is not temporary; add pgmodel::temporary");
    static_assert(Fault != item_fault::temporary_schema,
                  "pgmodel: a temporary table stands in a schema of its own; take in_schema() away");
    static_assert(Fault != item_fault::two_partition_keys, "pgmodel: a partition of this model has two primary keys");
    static_assert(Fault != item_fault::parameter_unknown,
                  "pgmodel: with() of a column, a key or an index of this model names a parameter that PostgreSQL does "
                  "not have there, such as pages_per_range of an index that is no BRIN; take it away");
    static_assert(
        Fault != item_fault::parameter_value,
        "pgmodel: with() of a column, a key or an index of this model has a value that the parameter does not "
        "take, such as a fillfactor that is not between 10 and 100");
    static_assert(Fault != item_fault::parameter_twice,
                  "pgmodel: with() of a column, a key or an index of this model names a parameter twice; say it once");
    static_assert(Fault != item_fault::said_twice,
                  "pgmodel: this model, or a partition of it, says twice what there is once: comment, in_schema, "
                  "tablespace, unlogged or temporary, on_commit_..., using_method, replica_identity_..., cluster_on or "
                  "owner; say it once");
    static_assert(Fault != item_fault::partition_temporary,
                  "pgmodel: a partition of this model is temporary; say pgmodel::temporary of the table");
    static_assert(
        Fault != item_fault::partition_policies,
        "pgmodel: a partition of this model has policies, which hold only with row-level security of its own; "
        "add pgmodel::row_level_security to it");
    static constexpr bool value = true;
};

template <class Field>
struct checked_enum_name : std::true_type {};
template <native_enum Enum>
struct checked_enum_name<Enum> {
    static_assert(has_labels<Enum>);
    static_assert(
        !declare_enum<Enum>().schema.empty() || !is_builtin_type(declare_enum<Enum>().name),
        "pgmodel: this enum is called like a type of PostgreSQL's own; name it otherwise by pgmodel::enum_of");
    static constexpr bool value = true;
};
template <class T, class Indices = std::make_index_sequence<column_count<T>>>
struct checked_types;
template <class T, std::size_t... I>
struct checked_types<T, std::index_sequence<I...>> {
    static constexpr bool value = all_true(
        {(checked_enum_name<unwrapped<column_type<I, T>>>::value && checked_domain_of<column_type<I, T>>::value)...});
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
        using table = decltype(&T::table);  // pgmodel: a table() is without a query of the model itself
        if constexpr (std::is_member_object_pointer_v<table>) return false;  // a field
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

/// What <pgmodel/partitions.hpp> looks at: how a table is partitioned, and the items of its partitions.
template <class T, class Item>
struct item_partition : std::true_type {};
template <class T, class Declaration>
struct all_items {
    using type = checked_items<T, Declaration>;
};

/// Instantiated wherever a model is used; all sentences about models come from here.
template <class T>
struct checked_model {
    static_assert(!std::is_const_v<T>, "pgmodel: a model is named without const, as in get<article>()");
    // In this order: each looks at what those before it have found right.
    static_assert(checked_struct<T>::value);
    static_assert(
        !unusable_table<T>(),
        "pgmodel: this struct has a table() that cannot describe it; write a public static constexpr auto table() "
        "without parameters that returns pgmodel::table(...), with constants that the fields can hold, such as "
        "pgmodel::constant<pgmodel::bit<4>, \"0101\">, and without a query of the model itself");
    static_assert(checked_embeddings<decltype(declare_as_written<T>())>);
    static_assert(column_count<T> <= most_columns, "pgmodel: PostgreSQL's tables have at most 1600 columns");
    static_assert(is_table_declaration<declaration_type<T>>,
                  "pgmodel: table() must return what pgmodel::table(...) gives");
    static_assert(!(describes_itself<T> && described_outside<T>),
                  "pgmodel: this struct has both a table() of its own and a pgmodel::table_of; keep one of them");
    static_assert(describes_itself<T> || described_outside<T> ||
                      unqualified_type_name<T>.find('<') == std::string_view::npos,
                  "pgmodel: this struct is made of a template, so its name is no name for a table; give it a table() "
                  "that returns pgmodel::table(\"name\", ...)");
    static_assert(
        describes_itself<T> || described_outside<T> || !describes_embeddable<T>,
        "pgmodel: this struct is a part of others, as its embeddable() says, and no table; give it a table() as "
        "well, or name the model that holds it");
    static_assert(checked_types<T>::value);
    using items = typename all_items<T, declaration_type<T>>::type;
    static_assert(items::template all<item_owner>);
    static constexpr auto& facts = facts_of<T>;
    static_assert(checked_fault<find_fault(facts, describes_itself<T> || described_outside<T>)>::value);
    static_assert(checked_item_fault<facts.fault>::value);
    static constexpr bool value = checked_fields<T>::value && items::template all<item_stored> &&
                                  items::template all<item_partition> && items::template all<item_reference>;
};

/// A model whose rows are written; it has been checked before.
template <class T>
struct written_model {
    static_assert(!facts_of<T>.view,
                  "pgmodel: this model is a view, whose rows are only read; write to the tables that it is made of");
    static constexpr bool value = true;
};

}  // namespace pgmodel::detail
