// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Any value as the server prints it, and `operator<<` of a program's own types.
// `#include <pgmodel/types/text_of.hpp>`
#pragma once

#include <pgmodel/types/composite.hpp>
#include <pgmodel/types/domain.hpp>
#include <pgmodel/types/enumeration.hpp>
#include <pgmodel/types/stream.hpp>

#include <iosfwd>
#include <string>

namespace pgmodel {
namespace detail {

template <class T>
concept model_struct = requires { T::table(); } || requires { table_of<T>::table(); };
template <class T>
constexpr bool has_attributes() {
    if constexpr (composite_value<T> && !model_struct<T>) return unsupported_attribute<T>() == field_count<T>;
    else return false;
}
/// An enum, a domain, an id or a composite: what has its codec, but no members of the library's.
template <class T>
concept own_value = native_enum<T> || domain_struct<T> || requires { &codec<T>::unwrap; } || has_attributes<T>();

}  // namespace detail

/// The text that the server prints of a value with its usual settings: `published` of an enum, `{1,2}` of an array,
/// `("12 Main St",1010)` of a composite, `\x00ff` of bytes. Throws `encode_error` for an enumerator without a label.
template <class T>
std::string text_of(const T& value) {
    static_assert(!detail::is_optional<T>, "pgmodel: NULL has no text; take text_of() of the value in the optional");
    static_assert(detail::is_optional<T> || detail::has_codec<T>,
                  "pgmodel: text_of() is of a value that a column can hold; this type has no PostgreSQL type");
    return codec<T>::text(value);
}

/// Writes `text_of(value)` of an enum, a domain, an id or a composite of a program's own. The language finds it where
/// the type's namespace says so:
///
///     namespace shop {
///     enum class status { draft, published };
///     using pgmodel::operator<<;
///     }
template <class Traits, detail::own_value Value>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const Value& value) {
    return out << text_of(value);
}

}  // namespace pgmodel
