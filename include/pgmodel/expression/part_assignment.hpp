// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Assignments to a part of a column: `col<&t::tags>[1] = "x"` of an array (or a slice of it), `col<&t::doc>["key"] = 5` of a
// jsonb, whose parts take any value as `to_jsonb` makes it.
#pragma once

#include <pgmodel/expression/alias.hpp>
#include <pgmodel/expression/json_operand.hpp>

namespace pgmodel::detail {

template <class Alias, auto M>
struct target_of<alias_column<Alias, column<M>>> : target_of<column<M>> {
    using tag = Alias;
};

template <class Array>
inline constexpr bool has_optional_elements = false;
template <class T>
inline constexpr bool has_optional_elements<std::vector<std::optional<T>>> = true;
template <class Value, bool Nullable, class Base, class... Indices>
struct target_of<element<Value, Nullable, Base, Indices...>> : target_of<Base> {
    static constexpr bool part = true;
    static constexpr bool holds_null = sizeof...(Indices) == 1 && has_optional_elements<typename Base::value_type>;
};
template <class Value, bool Nullable, class Base, class Key>
struct target_of<infix<" -> ", level::other, Value, Nullable, Base, Key>> : target_of<Base> {
    static constexpr bool part = true;
    static constexpr bool holds_null = true;
};

template <class Value>
struct settable_document {
    static constexpr bool value = id_of<Value>() != id::json;
    static_assert(value, "pgmodel: a part of a json column cannot be set, only one of a jsonb column");
};
template <class Value, bool Nullable, class Base, class Key>
struct assignment_maker<infix<" -> ", level::other, Value, Nullable, Base, Key>> {
    using target_type = infix<" -> ", level::other, Value, Nullable, Base, Key>;

    template <class Given>
    static constexpr auto make(const target_type& target, Given&& given) {
        using value = std::decay_t<Given>;
        if constexpr (!assignable<target_type>::value || !settable_document<Value>::value) {
            return assignment<target_type, null_keyword>(target, {});
        } else if constexpr (is_json<Value> && !std::is_same_v<value, std::nullopt_t>) {
            auto assigned = as_json(std::forward<Given>(given));
            return assignment<target_type, decltype(assigned)>(target, std::move(assigned));
        } else {
            auto assigned = as_assigned<target_type>(std::forward<Given>(given));
            return assignment<target_type, decltype(assigned)>(target, std::move(assigned));
        }
    }
};

}  // namespace pgmodel::detail
