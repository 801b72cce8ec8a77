// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The one template that teaches pgmodel a type: specialise `pgmodel::codec<T>`, and T can be a field, a parameter, a
// result column, an array element and a literal in DDL. See types/integer.hpp for the smallest example.
//
//     template <> struct pgmodel::codec<T> {
//         static constexpr type_ref type{20, "bigint"};  // OID (0: looked up by name once per connection), SQL name
//         static constexpr type_ref array_type{1016, "bigint[]"};
//         static std::size_t size(const T&);             // exact number of bytes that encode() will write
//         static void encode(const T&, writer&);         // binary format; throws encode_error, nothing is sent then
//         static T decode(reader);                       // binary format, the whole value; throws value_error
//         static std::string text(const T&);             // PostgreSQL's text form, unquoted: '19.99', '{a,b}'
//         // optional:
//         static std::string_view view(const T&);        // the bytes are already there: sent without a copy
//         static constexpr bool accepts(oid);            // further OIDs that decode() can read
//         static constexpr std::size_t width;            // what size() says of every value
//         static constexpr std::string_view declared;    // the type in DDL, where it has modifiers: varchar(200)
//         static constexpr type_ref element_type;        // the type within arrays and composites, if another
//         static std::string sent_text(const T&);        // what the server reads to that value, where text() is not
//     };
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/types/wire.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace pgmodel {

/// Specialise this for a type of your own; the primary template means "not supported".
template <class T>
struct codec;

namespace detail {

/// How a type is written in CREATE TABLE, with its modifiers.
template <class T>
constexpr std::string_view declared_type() {
    if constexpr (requires { codec<T>::declared; }) return codec<T>::declared;
    else return codec<T>::type.name;
}

/// T is a struct that is a composite type. Told without a look at its fields, since it may be anything: a row of raw
/// SQL.
template <class T>
concept composite_value = requires { typename codec<T>::composite; };
template <class T>
concept has_codec = composite_value<T> || requires { sizeof(codec<T>::type); };
/// Can values be read into it? By a function, or by a template of the type itself, which costs nothing until it is
/// used.
template <class T>
concept readable = has_codec<T> && (requires { &codec<T>::decode; } || requires { &codec<T>::template decode<T>; });

/// PostgreSQL has no integer for these values.
template <class T>
inline constexpr bool unsigned_64 = std::is_same_v<T, unsigned long> || std::is_same_v<T, unsigned long long>;
template <class T>
inline constexpr bool unsigned_64<std::optional<T>> = unsigned_64<T>;

template <class T>
struct unwrap_optional {
    using type = T;
    static constexpr bool optional = false;
};
template <class T>
struct unwrap_optional<std::optional<T>> {
    using type = T;
    static constexpr bool optional = true;
};
template <class T>
using unwrapped = typename unwrap_optional<T>::type;
template <class T>
inline constexpr bool is_optional = unwrap_optional<T>::optional;

/// Whether what a type holds can be there: said by typed documents.
template <class T>
struct checked_content : std::true_type {};

/// The type of a value within an array or a composite: there a domain is told from the type that it is made of.
template <class Codec>
constexpr type_ref element_type_of() {
    if constexpr (requires { Codec::element_type; }) return Codec::element_type;
    else return Codec::type;
}

template <class T>
constexpr bool codec_accepts(oid id) {
    if constexpr (requires { codec<T>::accepts(id); }) return id == codec<T>::type.id || codec<T>::accepts(id);
    else return id == codec<T>::type.id;
}

/// Can a field of one type hold what the server gives for another?
template <class Field, class Given>
constexpr bool holds_values_of() {
    if constexpr (std::is_same_v<Field, Given>) return true;
    else if constexpr (codec<Given>::type.id == 0) return codec<Field>::type.name == codec<Given>::type.name;
    else return codec_accepts<Field>(codec<Given>::type.id);
}

/// A value's text as the server prints it within an array or a composite value, where truth is one letter; or as it
/// reads it, if it is sent.
template <bool Sent = false, class T>
std::string text_within(const T& value) {
    if constexpr (requires { requires codec<T>::type.id == 16; }) return codec<T>::text(value).substr(0, 1);
    else if constexpr (Sent && requires { &codec<T>::unwrap; }) return text_within<true>(codec<T>::unwrap(value));
    else if constexpr (Sent && requires { &codec<T>::sent_text; }) return codec<T>::sent_text(value);
    else return codec<T>::text(value);
}

}  // namespace detail
}  // namespace pgmodel
