// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// IS JSON (PostgreSQL 16 and newer): does a text hold a JSON document, and of which kind? Not part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/expression/functions.hpp>

namespace pgmodel {
namespace detail {

template <class... Given>
inline constexpr bool is_included<"is_json", Given...> = true;

template <class E>
struct json_candidate {
    static constexpr oid type = id_of<typename E::value_type>();
    static constexpr bool value = is_text<E>() || type == id::bytea || is_json<typename E::value_type>;
    static_assert(value, "pgmodel: IS JSON is asked of a text, a bytea or a document");
};

template <fixed_string Test, class E>
constexpr auto json_test(E e) {
    static_assert(json_candidate<E>::value);
    return worded<bool, E::nullable ? can_be_null : 0, level::is, level::is + 1, word_list<"", Test>, E>(std::move(e));
}

}  // namespace detail

/// `x IS JSON`: is it the text of a JSON document? NULL of NULL.
template <detail::expression E>
constexpr auto is_json(E e) {
    return detail::json_test<" is json">(std::move(e));
}
template <detail::expression E>
constexpr auto is_json_object(E e) {
    return detail::json_test<" is json object">(std::move(e));
}
template <detail::expression E>
constexpr auto is_json_array(E e) {
    return detail::json_test<" is json array">(std::move(e));
}
/// A string, a number, true, false or null.
template <detail::expression E>
constexpr auto is_json_scalar(E e) {
    return detail::json_test<" is json scalar">(std::move(e));
}
/// `x IS JSON WITH UNIQUE KEYS`: and no object in it says a key twice, as no jsonb can.
template <detail::expression E>
constexpr auto is_json_with_unique_keys(E e) {
    return detail::json_test<" is json with unique keys">(std::move(e));
}
template <detail::expression E>
constexpr auto is_json_object_with_unique_keys(E e) {
    return detail::json_test<" is json object with unique keys">(std::move(e));
}
template <detail::expression E>
constexpr auto is_json_array_with_unique_keys(E e) {
    return detail::json_test<" is json array with unique keys">(std::move(e));
}

template <class Never = void>
detail::call_of_values<Never> is_json(detail::anything);

}  // namespace pgmodel
