// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What a struct says of its form as a document, where names and types are not enough:
//
//     struct settings {
//         std::string theme = "light";
//         std::string class_{};
//         std::map<std::string, nlohmann::json> others{};
//
//         static constexpr auto document() {
//             using s = settings;
//             return pg::document(pg::key<&s::class_>.named("class").required(), pg::other_keys<&s::others>);
//         }
//     };
//
// A struct that cannot be edited is described from outside, by a `document()` in `template <> struct
// pgmodel::document_of<T>`.
#pragma once

#include <pgmodel/core/pack.hpp>
#include <pgmodel/reflect/fields.hpp>

#include <concepts>
#include <string_view>

namespace pgmodel {

/// Describes the document form of a struct from outside.
template <class T>
struct document_of;

namespace detail {

struct document_item_tag {};
template <class T>
concept document_item = std::derived_from<T, document_item_tag>;

template <auto M>
struct key_declaration_of_document : document_item_tag {
    std::string_view name{};
    bool is_required = false;
    bool is_skipped = false;

    /// The key's name where it is not the field's.
    constexpr auto named(const char* other) const {
        auto copy = *this;
        copy.name = other;
        return copy;
    }
    /// A document without this key is an error; else the field keeps its initial value.
    constexpr auto required() const {
        auto copy = *this;
        copy.is_required = true;
        return copy;
    }
    /// The field is no part of the document: neither written nor read.
    constexpr auto skipped() const {
        auto copy = *this;
        copy.is_skipped = true;
        return copy;
    }
};
template <auto M>
struct other_keys_item : document_item_tag {};
struct unknown_keys_item : document_item_tag {};

template <class... Items>
struct document_declaration {
    pack<Items...> items;
};

}  // namespace detail

/// What a document's declaration says of one field: `pg::key<&settings::class_>.named("class")`.
template <auto M>
inline constexpr detail::key_declaration_of_document<M> key{};

/// This field, a std::map from std::string, takes the keys that the struct does not have, and writes them again:
/// nothing of a document that another version of the program has written is lost.
template <auto M>
inline constexpr detail::other_keys_item<M> other_keys{};

/// Keys that the struct does not have are passed over, and lost when the document is written again. Without this (and
/// without `other_keys`) they are an error.
inline constexpr detail::unknown_keys_item ignore_unknown_keys{};

/// The declaration that a struct's `document()` returns.
template <detail::document_item... Items>
constexpr auto document(Items... items) {
    return detail::document_declaration<Items...>{{items...}};
}

}  // namespace pgmodel
