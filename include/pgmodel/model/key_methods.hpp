// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// By which methods the keys of an index can be indexed as they stand.
#pragma once

#include <pgmodel/expression/expression.hpp>
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
/// Those of an operator class for texts or documents; all of one that is not known here.
template <class Value>
constexpr unsigned class_methods(std::string_view name) {
    const bool of_text = name == "text_pattern_ops" || name == "varchar_pattern_ops" || name == "bpchar_pattern_ops";
    const bool trigrams = name == "gin_trgm_ops" || name == "gist_trgm_ops";
    if ((of_text || trigrams) && kind_of<Value>() != kind::text) return 0;
    if (of_text) return method::btree | method::hash;
    return name == "gin_trgm_ops" || name == "jsonb_path_ops" ? method::gin
           : name == "gist_trgm_ops"                          ? method::gist
                                                              : method::all;
}
template <class Key>
constexpr unsigned key_methods() {
    if constexpr (requires { Key::operator_class_name(); }) {
        using expression_type = typename Key::expression_type;
        if constexpr (Key::has_operator_class)
            return class_methods<typename expression_type::value_type>(Key::operator_class_name());
        else return key_methods<expression_type>();
    } else if constexpr (ordered_key<Key>) {
        return method::all;  // an operator class with parameters
    } else {
        return methods_before_structs<typename Key::value_type>();
    }
}

/// None of an extension's.
constexpr unsigned method_called(std::string_view name) {
    constexpr struct {
        std::string_view name;
        unsigned bit;
    } known[]{{"", method::btree},    {"btree", method::btree},   {"hash", method::hash}, {"gin", method::gin},
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
