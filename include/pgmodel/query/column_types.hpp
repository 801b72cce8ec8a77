// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The C++ types of a query's columns and what they are called, one by one, also where its rows are structs.
#pragma once

#include <pgmodel/query/into.hpp>

#include <array>

namespace pgmodel::detail {

/// `Null`: the whole row may be missing.
template <class Row, bool Null, class Indices = std::make_index_sequence<column_count<Row>>>
struct types_of_struct;
template <class Row, bool Null, std::size_t... I>
struct types_of_struct<Row, Null, std::index_sequence<I...>> {
    template <std::size_t Place>
    static constexpr auto column() {
        if constexpr (!facts_of<Row>.columns[Place].stored()) return type_list<>{};
        else return type_list<null_if<Null && !is_optional<column_type<Place, Row>>, column_type<Place, Row>>>{};
    }
    using type = decltype((type_list<>{} + ... + column<I>()));
};
template <class Part>
struct types_of_part {
    using type = type_list<typename Part::type>;
};
template <class Tag, class Nulls>
struct types_of_part<row_part<whole_model<Tag>, Nulls>>
    : types_of_struct<model_of<Tag>, row_part<whole_model<Tag>, Nulls>::null> {};

template <class Reader>
struct types_of_reader : types_of_struct<typename Reader::row, false> {};
template <reads_value Reader>
struct types_of_reader<Reader> {
    using type = type_list<typename Reader::row>;
};
template <class... T>
struct types_of_reader<row_reader<std::tuple<T...>>> {
    using type = type_list<T...>;
};
template <class... Parts>
struct types_of_reader<tuple_reader<Parts...>> {
    using type = decltype((type_list<>{} + ... + typename types_of_part<Parts>::type{}));
};
template <class Part>
struct types_of_reader<part_reader<Part>> : types_of_part<Part> {};

template <std::size_t Count, class Item>
constexpr void add_names(std::array<std::string_view, Count>& names, std::size_t& n) {
    if constexpr (is_whole_model<Item>) {
        for (const auto& column : facts_of<typename Item::model>.columns)
            if (column.stored()) names[n++] = column.name;
    } else {
        names[n++] = selected_name<Item>();
    }
}
/// By the query's own words; empty where it has none.
template <class List>
struct selected_names;
template <class... Items>
struct selected_names<select_list<Items...>> {
    static constexpr auto value = [] {
        std::array<std::string_view, select_list<Items...>::width> names{};
        std::size_t n = 0;
        (add_names<names.size(), Items>(names, n), ...);
        return names;
    }();
};
template <class Row, class... Items>
struct selected_names<into_list<Row, Items...>> {
    static constexpr auto value = [] {
        std::array<std::string_view, sizeof...(Items)> names{};
        for (std::size_t i = 0; i < names.size() && i < column_count<Row>; ++i)
            names[i] = facts_of<Row>.columns[i].name;
        return names;
    }();
};

}  // namespace pgmodel::detail
