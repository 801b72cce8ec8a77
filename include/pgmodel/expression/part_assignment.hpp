// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Assignments to a part of a column: `col<&t::tags>[1] = "x"` of an array (or a slice of it), `col<&t::doc>["key"] = 5`
// of a jsonb, whose parts take any value as `to_jsonb` makes it; a typed path into a document takes a value of its
// type: `pg::at<&settings::theme>(col<&t::settings>) = "dark"`.
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
/// A part that is read as a text or, by a cast of that, as another value:
/// `pg::at<&settings::theme>(col<&t::settings>)`.
template <class Value, bool Nullable, class Base, class Key>
struct target_of<infix<" ->> ", level::other, Value, Nullable, Base, Key>> : target_of<Base> {
    static constexpr bool part = true;
    static constexpr bool holds_null = true;
};
template <fixed_string After, class Value, int Properties, class Base, class Key>
using cast_part = call<"cast(", After, Value, Properties, infix<" ->> ", level::other, std::string, true, Base, Key>>;
template <fixed_string After, class Value, int Properties, class Base, class Key>
struct target_of<cast_part<After, Value, Properties, Base, Key>>
    : target_of<infix<" ->> ", level::other, std::string, true, Base, Key>> {};

template <class Document>
struct settable_document {
    static constexpr bool value = id_of<Document>() != id::json;
    static_assert(value, "pgmodel: a part of a json column cannot be set, only one of a jsonb column");
};
/// What a document of unknown shape takes: anything; one whose struct is known takes that.
template <class Document, class Given>
struct document_takes {
    using given = typename operand_type<Given, unwrapped<Given>>::type;
    static constexpr bool value = std::is_same_v<Document, jsonb_text> || json_document<Document> ||
                                  holds_null<Given> || std::is_same_v<given, Document> ||
                                  std::is_same_v<given, jsonb_text>;
    static_assert(value, "pgmodel: this value has another type than the part of the document that it is given to");
};

/// The value of a part as a jsonb.
template <class Node>
constexpr auto as_json_part(Node node) {
    using type = unwrapped<typename Node::value_type>;
    if constexpr (id_of<type>() == id::jsonb) return node;
    else return as_json(std::move(node));
}
/// A document, or any value as one.
template <class Value, bool Nullable, class Base, class Key>
struct assignment_maker<infix<" -> ", level::other, Value, Nullable, Base, Key>> {
    using target_type = infix<" -> ", level::other, Value, Nullable, Base, Key>;

    template <class Given>
    static constexpr auto make(const target_type& target, Given&& given) {
        using value = std::decay_t<Given>;
        if constexpr (!assignable<target_type>::value || !settable_document<Value>::value) {
            return assignment<target_type, null_keyword>(target, {});
        } else if constexpr (!is_json<Value> || std::is_same_v<value, std::nullopt_t> ||
                             std::is_same_v<value, default_keyword>) {
            return finish(target, as_assigned<target_type>(static_cast<Given&&>(given)));
        } else if constexpr (!document_takes<Value, value>::value) {
            return assignment<target_type, null_keyword>(target, {});
        } else if constexpr (is_optional<value>) {
            using type = typename value_type_of<unwrapped<value>>::type;
            return finish(target, as_json_part(convert_optional<type>(static_cast<Given&&>(given))));
        } else {
            return finish(target, as_json(static_cast<Given&&>(given)));
        }
    }

private:
    template <class Assigned>
    static constexpr auto finish(const target_type& target, Assigned assigned) {
        return assignment<target_type, Assigned>(target, std::move(assigned));
    }
};
/// A value of the type that the part is read as.
template <class Target, class Document>
struct typed_part_maker {
    template <class Given>
    static constexpr auto make(const Target& target, Given&& given) {
        if constexpr (!assignable<Target>::value || !settable_document<Document>::value)
            return assignment<Target, null_keyword>(target, {});
        else return finish(target, as_assigned<Target>(static_cast<Given&&>(given)));
    }

private:
    template <fixed_string Word>
    static constexpr auto finish(const Target& target, keyword_value<Word> word) {
        return assignment<Target, keyword_value<Word>>(target, word);
    }
    template <class Assigned>
    static constexpr auto finish(const Target& target, Assigned assigned) {
        auto json = as_json_part(std::move(assigned));
        return assignment<Target, decltype(json)>(target, std::move(json));
    }
};
template <class Value, bool Nullable, class Base, class Key>
struct assignment_maker<infix<" ->> ", level::other, Value, Nullable, Base, Key>>
    : typed_part_maker<infix<" ->> ", level::other, Value, Nullable, Base, Key>, typename Base::value_type> {};
template <fixed_string After, class Value, int Properties, class Base, class Key>
struct assignment_maker<cast_part<After, Value, Properties, Base, Key>>
    : typed_part_maker<cast_part<After, Value, Properties, Base, Key>, typename Base::value_type> {};

}  // namespace pgmodel::detail
