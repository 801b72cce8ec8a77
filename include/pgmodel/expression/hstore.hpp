// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Operators and functions of the extension hstore. `h["key"]` is `->`, `contains()` and `contained_by()` are @> and <@,
// + joins.
#pragma once

#include <pgmodel/expression/containment.hpp>
#include <pgmodel/expression/function.hpp>
#include <pgmodel/expression/subscript.hpp>
#include <pgmodel/types/hstore.hpp>

#include <optional>
#include <string>
#include <vector>

namespace pgmodel {
namespace detail {

template <>
struct container<hstore> {
    static constexpr bool contains = true, overlaps = false;
    using element = void;
    using bound = void;
};
template <>
inline constexpr bool has_keys<hstore> = true;
template <>
inline constexpr bool joined_by_bars<hstore> = true;

}  // namespace detail

/// Is the key there; is it there with a value that is not NULL? `exist` is the operator ?.
inline constexpr detail::operator_object<" ? ", detail::level::other, bool(hstore, std::string)> exist{};
inline constexpr detail::function_object<"defined(", bool(hstore, std::string)> defined{};
/// Are all of these keys there, is any?
inline constexpr detail::operator_object<" ?& ", detail::level::other, bool(hstore, std::vector<std::string>)>
    exist_all{};
inline constexpr detail::operator_object<" ?| ", detail::level::other, bool(hstore, std::vector<std::string>)>
    exist_any{};
/// The keys, the values, and a part with some of the keys.
inline constexpr detail::function_object<"akeys(", std::vector<std::string>(hstore)> akeys{};
inline constexpr detail::function_object<"avals(", std::vector<std::optional<std::string>>(hstore)> avals{};
inline constexpr detail::function_object<"slice(", hstore(hstore, std::vector<std::string>)> hstore_slice{};
/// `h - 'key'`: without it.
inline constexpr detail::operator_object<" - ", detail::level::additive, hstore(hstore, std::string)> without_key{};
/// `hstore('key', value)`: a pair of its own.
inline constexpr detail::function_object<"hstore(", hstore(std::string, std::optional<std::string>)> make_hstore{};
inline constexpr detail::function_object<"hstore_to_jsonb(", jsonb_text(hstore)> hstore_to_jsonb{};

}  // namespace pgmodel
