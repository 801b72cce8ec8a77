// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Fields of typed documents: `pg::at<&settings::theme>(col<&user::settings>)` is `settings ->> 'theme'` and has the
// field's type.
#pragma once

#include <pgmodel/document/jsonb.hpp>
#include <pgmodel/expression/cast.hpp>
#include <pgmodel/expression/subscript.hpp>

namespace pgmodel {
namespace detail {

/// What a typed document holds, and the document of the same kind that holds something else.
template <class Document>
struct document_form {
    using type = void;
};
template <class T>
struct document_form<jsonb<T>> {
    using type = T;
    using text = jsonb_text;
    template <class Other>
    using of = jsonb<Other>;
};
template <class T>
struct document_form<json<T>> {
    using type = T;
    using text = json_text;
    template <class Other>
    using of = json<Other>;
};

/// The key of a field, as a literal: an index on the same expression serves the query.
template <auto M>
struct key_of_field {
    static constexpr const document_key& key = document_data<owner_of<M>>::data.keys.at[field_index<M>];
    static_assert(!key.skipped, "pgmodel: this field is no key of its document");
    static constexpr auto text = [] {
        fixed_string<key.name.size()> out;
        for (std::size_t i = 0; i < out.size(); ++i) out.text[i] = key.name[i];
        return out;
    }();
};

template <class E, auto M>
struct path_step {
    using form = typename document_form<typename E::value_type>::type;
    static_assert(!std::is_void_v<form>,
                  "pgmodel: at() takes a typed document, such as a pgmodel::jsonb<settings> column");
    static_assert(std::is_void_v<form> || std::is_same_v<form, owner_of<M>>,
                  "pgmodel: at() is given a field of another struct than the document holds there");
    static constexpr bool value = std::is_same_v<form, owner_of<M>>;
};

/// Fields that are documents themselves: structs, lists and maps, and JSON of any type.
template <class Field>
inline constexpr bool is_document_field =
    is_array<Field> || composite_value<Field> || !has_codec<Field> || id_of<Field>() == id::json ||
    id_of<Field>() == id::jsonb || std::is_same_v<Field, hstore>;
/// The type of such a field's value: a document of the kind that the whole is.
template <class Document, class Field>
struct document_part {
    static constexpr bool text = std::is_same_v<Field, jsonb_text> || std::is_same_v<Field, json_text>;
    using form = document_form<Document>;
    using type = std::conditional_t<text, typename form::text,
                                    std::conditional_t<json_document<Field>, Field, typename form::template of<Field>>>;
};
template <class Document, class T>
struct document_part<Document, jsonb<T>> : document_part<Document, T> {};
template <class Document, class T>
struct document_part<Document, json<T>> : document_part<Document, T> {};

template <auto First, auto... Rest, class E>
constexpr auto at_fields(const E& document) {
    if constexpr (!path_step<E, First>::value) {
        return refused<E>{};
    } else {
        using field = unwrapped<type_of<First>>;
        using key = literal<key_of_field<First>::text>;
        using part = typename document_part<typename E::value_type, field>::type;
        if constexpr (sizeof...(Rest) > 0)
            return at_fields<Rest...>(infix<" -> ", level::other, part, true, E, key>{{}, document, key{}});
        else if constexpr (is_document_field<field>)
            return infix<" -> ", level::other, part, true, E, key>{{}, document, key{}};
        else if constexpr (kind_of<field>() == kind::text && !ignores_case<field>())
            return infix<" ->> ", level::other, std::string, true, E, key>{{}, document, key{}};
        else return cast<field>(infix<" ->> ", level::other, std::string, true, E, key>{{}, document, key{}});
    }
}

}  // namespace detail

/// A field of a `jsonb<T>` or `json<T>`, or of a struct within it (`pg::at<&settings::colors, &colors::back>(x)`), with
/// the field's type: texts by `->>`, numbers, times and enumerators by a cast of that (the type of an enum must be in
/// the database), structs and lists by `->` as documents of their type. It can always be NULL, because a document may
/// lack the key.
template <auto First, auto... Rest, detail::expression E>
constexpr auto at(E document) {
    return detail::at_fields<First, Rest...>(document);
}

}  // namespace pgmodel
