// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// `[]`: an element of an array, a field or an element of a JSON document.
#pragma once

#include <pgmodel/expression/assignment.hpp>
#include <pgmodel/expression/operators.hpp>

namespace pgmodel::detail {

template <class T>
inline constexpr bool is_json = id_of<T>() == id::jsonb || id_of<T>() == id::json;

/// Types of extensions whose parts are texts that are found by a key.
template <class T>
inline constexpr bool has_keys = false;

/// The C++ type of a part of a document: another document of its library, or its text.
template <class T>
using json_part = std::conditional_t<json_document<T> || std::is_same_v<T, json_text>, T,
                                     std::conditional_t<id_of<T>() == id::json, json_text, jsonb_text>>;

/// Written as it is before a subscript: a column, a parameter, or an element.
template <class E>
inline constexpr int subscripted_level = level::primary + 1;
template <class T>
inline constexpr int subscripted_level<parameter<T>> = level::primary;
template <auto M>
inline constexpr int subscripted_level<column<M>> = level::primary;
template <class Alias, class Column>
struct alias_column;
template <class Alias, auto M>
inline constexpr int subscripted_level<alias_column<Alias, column<M>>> = level::primary;

/// `base[index]`, `base[low:high]`, `base[low:high][low:high]`.
template <class Value, bool Nullable, class Base, class... Indices>
struct element : members<element<Value, Nullable, Base, Indices...>> {
    using value_type = Value;
    static constexpr bool nullable = Nullable;
    static constexpr bool constant = Base::constant && (Indices::constant && ...);
    static constexpr bool aggregate = Base::aggregate || (Indices::aggregate || ...);
    static constexpr bool windowed = Base::windowed || (Indices::windowed || ...);
    static constexpr bool dynamic = Base::dynamic || (is_dynamic<Indices>() || ...);
    static constexpr int special = Base::special | (Indices::special | ...);
    static constexpr int precedence = level::primary;

    template <class Tables>
    using stranger = typename stranger_in_parts<Tables, element, Base, Indices...>::type;
    template <class Nulls>
    static constexpr bool null_in = null_in_query<Base, Nulls>() || (null_in_query<Indices, Nulls>() || ...);
    template <class Nulls>
    static constexpr bool null_element = has_null_elements<Base, Nulls, Value>();

    [[no_unique_address]] Base base;
    [[no_unique_address]] pack<Indices...> indices;

    constexpr element(Base b, Indices... i) : base(std::move(b)), indices(std::move(i)...) {}

    template <class Given>
    constexpr auto operator=(Given&& given) const {
        return assignment_maker<element>::make(*this, static_cast<Given&&>(given));
    }

    template <class Out>
    static constexpr void write(Out& out, const element* self) {
        write_part<subscripted_level<Base>>(out, self ? &self->base : nullptr);
        write_indices(out, self);
    }
    template <class Out>
    static constexpr void write_indices(Out& out, const element* self) {
        write_all(out, self, std::index_sequence_for<Indices...>{});
        out.append("]");
    }
    template <class F>
    constexpr void visit(F& f) const {
        base.visit(f);
        indices.each([&f](const auto& index) { index.visit(f); });
    }

private:
    template <class Out, std::size_t... I>
    static constexpr void write_all(Out& out, const element* self, std::index_sequence<I...>) {
        ((out.append(I == 0       ? "["
                     : I % 2 == 0 ? "]["
                                  : ":"),
          Indices::write(out, pack<Indices...>::template at<I, Indices>(self ? &self->indices : nullptr))),
         ...);
    }
};
/// Not a slice: behind one, every subscript would be taken for another slice.
template <class Value, bool Nullable, class Base, class Index>
inline constexpr int subscripted_level<element<Value, Nullable, Base, Index>> = level::primary;

template <class Base, class Key>
struct subscript_fits {
    using base = typename Base::value_type;
    using key = typename operand_type<Key, value_given<Key>>::type;
    static constexpr bool place =
        number_rank(id_of<key>()) == 1 || number_rank(id_of<key>()) == 2 || (!expression<Key> && plain_integer<key>);
    static constexpr bool name = is_text<Key>();
    static_assert(is_array<base> || is_json<base> || has_keys<base>,
                  "pgmodel: [] is asked of an array or a JSON document; this column is neither");
    static_assert(!is_array<base> || place, "pgmodel: an element of an array is found by its place, an integer from 1");
    static_assert(
        !is_json<base> || place || name,
        "pgmodel: a part of a JSON document is found by a key, which is a text, or by its place, an integer from 0");
    static_assert(!has_keys<base> || name, "pgmodel: a part of an hstore is found by its key, which is a text");
    static constexpr bool value =
        (is_array<base> && place) || (is_json<base> && (place || name)) || (has_keys<base> && name);
};

/// What is found in an array of several dimensions before all its places are told: no value of SQL yet.
template <class Element>
struct array_row {
    Element row;

    template <class Key>
    constexpr auto operator[](Key&& key) const
        -> std::add_const_t<decltype(subscript(std::declval<const Element&>(), static_cast<Key&&>(key)))> {
        return subscript(row, static_cast<Key&&>(key));
    }
};

template <class Base, class Key>
constexpr auto subscript(const Base& base, Key&& key) {
    using given = std::decay_t<Key>;
    using type = typename Base::value_type;
    if constexpr (!subscript_fits<Base, given>::value) {
        return refused<Base, given>{};
    } else if constexpr (is_array<type>) {
        auto index = as_exact_operand<std::int32_t, Base>(static_cast<Key&&>(key));
        if constexpr (array_shape<type>::dimensions > 1) {
            using row = element<typename type::value_type, true, Base, decltype(index)>;
            return array_row<row>{row(base, std::move(index))};
        } else {
            return element<typename element_of<type>::type, true, Base, decltype(index)>(base, std::move(index));
        }
    } else if constexpr (has_keys<type>) {
        auto operand = as_exact_operand<std::string, Base>(static_cast<Key&&>(key));
        return infix<" -> ", level::other, std::string, true, Base, decltype(operand)>{{}, base, std::move(operand)};
    } else {
        using key_type = std::conditional_t<is_text<given>(), std::string, std::int32_t>;
        auto operand = as_exact_operand<key_type, Base>(static_cast<Key&&>(key));
        return infix<" -> ", level::other, json_part<type>, true, Base, decltype(operand)>{
            {}, base, std::move(operand)};
    }
}

/// A part as text: `->` becomes `->>`, `#>` becomes `#>>`; a whole document is `#>> '{}'`.
template <class Value, bool Nullable, class Base, class Key>
constexpr auto json_as_text(const infix<" -> ", level::other, Value, Nullable, Base, Key>& part) {
    return infix<" ->> ", level::other, std::string, true, Base, Key>{{}, part.left, part.right};
}
template <class Value, bool Nullable, class Base, class Path>
constexpr auto json_as_text(const infix<" #> ", level::other, Value, Nullable, Base, Path>& part) {
    return infix<" #>> ", level::other, std::string, true, Base, Path>{{}, part.left, part.right};
}
template <class E>
constexpr auto json_as_text(const E& document) {
    static_assert(is_json<typename E::value_type>,
                  "pgmodel: as_text() is asked of a JSON document; use pgmodel::cast<std::string>");
    // JSON's null has no text.
    return affix<"", " #>> '{}'", level::other, std::string, true, E>{{}, document};
}

}  // namespace pgmodel::detail
