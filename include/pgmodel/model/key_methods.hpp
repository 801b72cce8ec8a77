// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// By which methods the keys of an index can be indexed as they stand.
#pragma once

#include <pgmodel/expression/ordering.hpp>
#include <pgmodel/types/composite_type.hpp>
#include <pgmodel/types/index_method.hpp>

#include <string_view>

namespace pgmodel::detail {

/// Of the type of a field or key. What is wrong with the fields of a struct is said first, so it is not looked at here.
template <class Type>
constexpr unsigned methods_before_structs() {
    if constexpr (composite_value<innermost_type<Type>>) return method::all;
    else return index_methods<Type>();
}
/// All where an operator class is named.
template <class Key>
constexpr unsigned key_methods() {
    if constexpr (ordered_key<Key>) {
        if constexpr (Key::has_operator_class) return method::all;
        else return key_methods<typename Key::expression_type>();
    } else {
        return methods_before_structs<typename Key::value_type>();
    }
}

/// None of an extension's.
constexpr unsigned method_called(std::string_view name) {
    constexpr struct {
        std::string_view name;
        unsigned bit;
    } known[]{{"", method::btree},     {"btree", method::btree},   {"hash", method::hash}, {"gin", method::gin},
              {"gist", method::gist}, {"spgist", method::spgist}, {"brin", method::brin}};
    for (const auto& each : known)
        if (each.name == name) return each.bit;
    return 0;
}
/// Can all these keys be indexed by the method?
template <class... Keys>
constexpr bool can_index(std::string_view method_name) {
    const unsigned wanted = method_called(method_name);
    return wanted == 0 || ((key_methods<Keys>() & wanted) && ...);
}

}  // namespace pgmodel::detail
