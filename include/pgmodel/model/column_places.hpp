// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Columns of one struct as a plain value, for what a declaration says beside its types.
#pragma once

#include <pgmodel/core/iterator.hpp>
#include <pgmodel/expression/column.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace pgmodel::detail {

template <class T>
inline constexpr char struct_tag{};

/// A field, or one of an embedded struct: the fields that lead to it, each by its number in its own struct.
struct field_steps {
    const std::uint16_t* at = nullptr;
    std::size_t count = 0;
};
// `Owner`: see column.hpp.
template <class Path, class Owner>
struct path_steps;
template <class Owner, auto... M>
struct path_steps<member_path<M...>, Owner> {
    static constexpr std::uint16_t at[]{static_cast<std::uint16_t>(field_index<M>)...};
};
template <auto M, class Owner = owner_of<M>>
inline constexpr field_steps steps_of{path_steps<decltype(path_type<M>()), Owner>::at,
                                      std::size(path_steps<decltype(path_type<M>()), Owner>::at)};
template <class Owner, auto... M>
inline constexpr field_steps all_steps[]{steps_of<M>...};

/// Columns that are named before the model is complete, so that nobody knows yet where they are.
struct column_places {
    const void* owner = nullptr;
    const field_steps* at = nullptr;
    std::size_t count = 0;
    field_steps base{};  ///< to the embedded struct that names fields of its own
};

/// No column: a struct as a whole, or a part of a column.
inline constexpr std::size_t no_column = static_cast<std::size_t>(-1);

template <auto First, auto... More>
struct places_of_one {
    static_assert((std::is_same_v<owner_of<First>, owner_of<More>> && ... && true),
                  "pgmodel: this declaration names a field of another struct");
    static constexpr column_places value{&struct_tag<owner_of<First>>, all_steps<owner_of<First>, First, More...>,
                                         1 + sizeof...(More)};
};

}  // namespace pgmodel::detail
