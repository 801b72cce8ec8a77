// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The columns of a model by their places: how many, their types, where they are in a row; and which one a member
// pointer or a path means.
#pragma once

#include <pgmodel/model/layout.hpp>

namespace pgmodel::detail {

template <class T>
constexpr std::size_t count_columns() {
    if constexpr (embeds<T>) return layout_of<T>::count;
    else return field_count<T>;
}
/// How many fields of a model are columns or could be: those of embedded structs, transient ones too.
template <class T>
inline constexpr std::size_t column_count = count_columns<T>();

template <std::size_t I, class T>
constexpr auto& get_column(T& row) {
    if constexpr (embeds<std::remove_const_t<T>>) return layout_of<std::remove_const_t<T>>::template get<I>(row);
    else return get_field<I>(row);
}
template <std::size_t I, class T>
struct column_type_of : field_type_of<I, T> {};
template <std::size_t I, class T>
    requires embeds<T>
struct column_type_of<I, T> {
    using type = std::remove_reference_t<decltype(get_column<I>(std::declval<T&>()))>;
};
template <std::size_t I, class T>
using column_type = typename column_type_of<I, T>::type;

template <class T>
constexpr auto find_column_addresses() {
    if constexpr (embeds<T>)
        return []<std::size_t... I>(std::index_sequence<I...>) {
            return address_list<sizeof...(I)>{{static_cast<const void*>(&get_column<I>(addresses_of<T>.value))...}};
        }(std::make_index_sequence<column_count<T>>{});
    else return field_addresses_of<T>;
}
/// Where the columns are in the object that addresses are taken from.
template <class T>
inline constexpr auto column_addresses = find_column_addresses<T>();

/// What a user names: a member pointer, or a column: `db.update<&article::title, pg::col<&article::meta,
/// &audit::note>>(a)`.
template <auto M>
constexpr auto named_by() {
    if constexpr (requires { decltype(M)::pointer; }) return decltype(M)::pointer;
    else return M;
}
template <auto M>
inline constexpr auto field_named = named_by<M>();

template <auto M>
constexpr found_column find_column() {
    using T = owner_of<M>;
    if constexpr (embeds<T>) return layout_of<T>::find(path_type<M>());
    else if constexpr (is_path<M>) return layout<T, table_declaration<>>::find(M);
    else return {field_index<M>, 1, 1, false};
}
/// The column that `M` means.
template <auto M>
inline constexpr found_column column_of = find_column<field_named<M>>();
/// Its place among those of its model; of an embedded struct as a whole that of its first one.
template <auto M>
inline constexpr std::size_t column_place = column_of<M>.place;
template <auto M>
inline constexpr bool means_whole_struct = column_of<M>.whole;

template <class Path>
inline constexpr std::size_t path_length = 1;
template <auto... M>
inline constexpr std::size_t path_length<member_path<M...>> = sizeof...(M);
/// Is an attribute of a composite column meant?
template <auto M>
inline constexpr bool names_attribute = path_length<std::remove_const_t<decltype(field_named<M>)>> > column_of<M>.parts;

template <auto M, class Owner = owner_of<M>>
inline constexpr std::string_view attribute_of = composite_traits<Owner>::names[field_index<M>];

template <auto First, auto... More>
constexpr std::string_view last_attribute(member_path<First, More...>) {
    std::string_view name;
    (((name = attribute_of<More>), ...));
    return name;
}

/// Writes `.street`: what stands behind a column for the attribute that is meant.
template <std::size_t Parts, class Owner, class Out, auto... M, std::size_t... I>
constexpr void write_attributes(Out& out, member_path<M...>, std::index_sequence<I...>) {
    const auto write_one = [&out]<auto Part, std::size_t At>() {
        if constexpr (At >= Parts) {
            out.append(".");
            out.name(attribute_of<Part>);
        }
    };
    (write_one.template operator()<M, I>(), ...);
}

/// The column that is named at this place of a list.
template <class T>
constexpr std::size_t column_at(const column_places& named, std::size_t i) {
    if constexpr (embeds<T>) {
        // Structs within structs are few; more than these would not be a constant.
        std::uint16_t steps[16]{};
        std::size_t count = 0;
        for (const field_steps& part : {named.base, named.at[i]})
            for (std::size_t j = 0; j < part.count; ++j) steps[count++] = part.at[j];
        return layout_of<T>::follow(steps, count);
    } else {
        return named.at[i].count == 1 ? named.at[i].at[0] : no_column;
    }
}
/// Is the column among those that are named?
template <class T>
constexpr bool contains(const column_places& named, std::size_t place) {
    for (std::size_t i = 0; i < named.count; ++i)
        if (named.owner == &struct_tag<T> && column_at<T>(named, i) == place) return true;
    return false;
}

template <auto M>
struct column_named {
    static_assert(!means_whole_struct<M>,
                  "pgmodel: this field is an embedded struct, which is no column; name a field of it: "
                  "pgmodel::col<&model::field, &embedded::field>");
    static constexpr bool value = true;
};

/// A column as a whole, which is what keys and assignments are made of.
template <auto M>
struct whole_column {
    static_assert(!means_whole_struct<M>,
                  "pgmodel: this field is an embedded struct, which is no column; name a field of it: "
                  "pgmodel::col<&model::field, &embedded::field>");
    static_assert(!names_attribute<M>,
                  "pgmodel: this names an attribute of a composite column where a whole column is needed; "
                  "name the column, or make an index over the attribute");
    static constexpr bool value = true;
};

/// Writes the column of `M` by `write_name()`, in parentheses where an attribute of it is meant: `(home).street`.
template <auto M, class Out, class WriteName>
constexpr void write_column(Out& out, const WriteName& write_name) {
    static_assert(column_named<M>::value);
    if constexpr (names_attribute<M>) {
        out.append("(");
        write_name();
        out.append(")");
        write_attributes<column_of<M>.parts, owner_of<M>>(
            out, M, std::make_index_sequence<path_length<std::remove_const_t<decltype(M)>>>{});
    } else {
        write_name();
    }
}

}  // namespace pgmodel::detail
