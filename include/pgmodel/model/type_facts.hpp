// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What the facts of a column say of its type.
#pragma once

#include <pgmodel/model/key_methods.hpp>
#include <pgmodel/types/codec.hpp>
#include <pgmodel/types/domain.hpp>

#include <cstddef>
#include <string_view>

namespace pgmodel::detail {

template <class Field>
constexpr std::string_view domain_behind() {
    using value = innermost_type<Field>;
    if constexpr (domain_struct<value>) return domain_name<value>::name;
    else if constexpr (requires { &codec<value>::unwrap; }) return domain_behind<typename codec<value>::value>();
    else return {};
}

/// Of an index, what it includes among them.
inline constexpr std::size_t most_keys = 32;
/// Of a table. Structs in a struct are flattened, so it may have more columns than fields.
inline constexpr std::size_t most_columns = 1600;

/// Is a value never moved out of its row: numbers, times and the like?
template <class T>
constexpr bool has_fixed_length() {
    if constexpr (!has_codec<T> || composite_value<T> || domain_struct<T>) return false;
    else {
        // clang-format off
        switch (codec<T>::type.id) {
            case 16: case 20: case 21: case 23: case 26: case 700: case 701: case 1082: case 1083: case 1114:
            case 1184: case 1186: case 1266: case 2950: return true;
            default: return false;
        }
        // clang-format on
    }
}

/// What the facts of a column say of its type.
struct type_facts {
    std::string_view domain;
    bool nullable;
    bool sortable;
    bool comparable;
};
template <class Field>
inline constexpr type_facts type_facts_of{domain_behind<Field>(), is_optional<Field>,
                                          (methods_before_structs<Field>() & method::btree) != 0,
                                          !is_domain_of_enum<unwrapped<Field>>()};

}  // namespace pgmodel::detail
