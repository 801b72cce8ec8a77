// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A hash of any value that a column can hold, also of those that std::hash does not know.
// `#include <pgmodel/types/value_hash.hpp>`
#pragma once

#include <pgmodel/core/never.hpp>
#include <pgmodel/types/composite_type.hpp>
#include <pgmodel/types/hash.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace pgmodel {

/// The hash of a value by its parts, as the `==` has it that compares all of them: of arrays, `bytes`, typed documents,
/// composites, domains and ids, and as `std::hash` says of all others: that of `nlohmann::json` tells 1 from 1.0, which
/// are equal.
///
///     std::unordered_set<pgmodel::bytes, pgmodel::value_hash> seen;
///     template <> struct std::hash<order_id> : pgmodel::value_hash {};     // order_id is a key of std::unordered_map
struct value_hash {
    template <class T>
    std::size_t operator()(const T& value) const;
};

namespace detail {

template <class T>
std::size_t hash_of_part(const T& part) {
    return value_hash{}(part);
}
template <class T, std::size_t... I>
std::size_t hash_of_fields(const T& value, std::index_sequence<I...>) {
    return hash_of(hash_of_part(get_field<I>(value))...);
}
template <class Range>
std::size_t hash_of_elements(const Range& range) {
    std::size_t all = hash_of(), sum = 0;
    for (const auto& each : range) {
        const std::size_t one = hash_of_part(each);
        all = hash_of(all, one);
        sum += one;
    }
    // Equal ones of these may have their elements in different orders.
    if constexpr (requires { range.hash_function(); }) return hash_of(sum);
    else return all;
}
template <class T>
std::size_t hash_of_parts(const T& value) {
    if constexpr (requires { &codec<T>::unwrap; }) return hash_of_part(codec<T>::unwrap(value));
    else if constexpr (is_optional<T>) return value ? hash_of(hash_of_part(*value)) : 0;
    else if constexpr (std::is_same_v<T, std::vector<std::byte>>)
        return std::hash<std::string_view>{}({reinterpret_cast<const char*>(value.data()), value.size()});
    else if constexpr (requires { value.begin(); }) return hash_of_elements(value);
    else if constexpr (requires { value.second; })
        return hash_of(hash_of_part(value.first), hash_of_part(value.second));
    else if constexpr (requires { *value; }) return hash_of_part(*value);  // a typed document
    else if constexpr (composite_struct<T>) return hash_of_fields(value, std::make_index_sequence<field_count<T>>{});
    else static_assert(never<T>, "pgmodel: a value or a part of it has no hash; specialise std::hash for its type");
}

}  // namespace detail

template <class T>
std::size_t value_hash::operator()(const T& value) const {
    // Of a type whose std::hash is this one only the parts are left.
    if constexpr (!requires { std::hash<T>{}(value); } || std::is_base_of_v<value_hash, std::hash<T>>)
        return detail::hash_of_parts(value);
    else return std::hash<T>{}(value);
}

}  // namespace pgmodel
