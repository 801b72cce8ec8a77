// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Which column of a model a member pointer or a path means, and which attribute of that column.
#pragma once

#include <pgmodel/expression/column.hpp>
#include <pgmodel/types/composite_type.hpp>

#include <utility>

namespace pgmodel::detail {

/// The column that the parts of a path lead to, and how many of them; the others are attributes.
template <class Path>
struct path_place;
template <auto First, auto... More>
struct path_place<member_path<First, More...>> {
    static constexpr std::size_t place = field_index<First>;
    static constexpr std::size_t parts = 1;
    static constexpr std::size_t attributes = 1 + sizeof...(More) - parts;
};

template <auto M>
constexpr std::size_t find_place() {
    if constexpr (is_path<M>) return path_place<std::remove_const_t<decltype(M)>>::place;
    else return field_index<M>;
}
/// The place of a column among those of its model.
template <auto M>
inline constexpr std::size_t column_place = find_place<M>();

template <auto M>
constexpr bool names_attribute() {
    if constexpr (is_path<M>) return path_place<std::remove_const_t<decltype(M)>>::attributes > 0;
    else return false;
}

template <auto M>
inline constexpr std::string_view attribute_of = composite_traits<owner_of<M>>::names[field_index<M>];

template <auto First, auto... More>
constexpr std::string_view last_attribute(member_path<First, More...>) {
    std::string_view name;
    ((name = attribute_of<More>), ...);
    return name;
}
/// `.street`: what stands behind a column for the attribute that is meant.
template <std::size_t Parts, class Out, auto... M, std::size_t... I>
constexpr void write_attributes(Out& out, member_path<M...>, std::index_sequence<I...>) {
    const auto write_one = [&out]<auto Part, std::size_t At>() {
        if constexpr (At >= Parts) {
            out.append(".");
            out.name(attribute_of<Part>);
        }
    };
    (write_one.template operator()<M, I>(), ...);
}
template <class Out, auto... M>
constexpr void write_attributes(Out& out, member_path<M...> path) {
    write_attributes<path_place<member_path<M...>>::parts>(out, path, std::make_index_sequence<sizeof...(M)>{});
}

/// Writes the column of `M` by `write_name()`, in parentheses where an attribute of it is meant: `(home).street`.
template <auto M, class Out, class WriteName>
constexpr void write_column(Out& out, const WriteName& write_name) {
    if constexpr (names_attribute<M>()) {
        out.append("(");
        write_name();
        out.append(")");
        write_attributes(out, M);
    } else {
        write_name();
    }
}

}  // namespace pgmodel::detail
