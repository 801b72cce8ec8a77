// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Columns of one struct as a plain value, for what a declaration says beside its types.
#pragma once

#include <pgmodel/expression/column.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace pgmodel::detail {

template <class T>
inline constexpr char struct_tag{};
template <auto First, auto... More>
inline constexpr std::uint16_t places_of[]{static_cast<std::uint16_t>(field_index<First>),
                                           static_cast<std::uint16_t>(field_index<More>)...};

/// Places of fields; `owner` tells whose.
struct column_places {
    const void* owner = nullptr;
    const std::uint16_t* at = nullptr;
    std::size_t count = 0;

    constexpr bool contains(std::size_t place) const {
        for (std::size_t i = 0; i < count; ++i)
            if (at[i] == place)
                return true;
        return false;
    }
};

// A class, since a compiler reports an error in a constant function with every call that has led to it.
template <auto First, auto... More>
struct places_of_one {
    static_assert((std::is_same_v<owner_of<First>, owner_of<More>> && ... && true),
                  "pgmodel: this declaration names a field of another struct");
    static_assert(!is_path<First> && !(is_path<More> || ... || false),
                  "pgmodel: only fields of the model itself can be named here, not those of a struct within it");
    static constexpr column_places value{&struct_tag<owner_of<First>>, places_of<First, More...>, 1 + sizeof...(More)};
};

}  // namespace pgmodel::detail
