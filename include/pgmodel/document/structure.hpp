// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Structs as JSON objects. What is known of a struct is a table of plain values with functions made once per field
// type; reading and writing are ordinary code over such tables, compiled once per program.
#pragma once

#include <pgmodel/core/fixed_string.hpp>
#include <pgmodel/document/containers.hpp>
#include <pgmodel/document/declaration.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace pgmodel::detail {

struct document_key {
    std::string_view name{};
    const void* address{};  ///< of the field in the object that addresses are taken from
    void (*write)(json_writer&, const void*) = nullptr;
    void (*read)(json_reader&, void*) = nullptr;
    bool required = false;
    bool skipped = false;   ///< also the field that takes the other keys
};

struct document_view {
    const document_key* keys{};
    std::size_t count{};
    const void* base{};
    bool ignores_unknown{};
    /// Null: no field takes the other keys.
    void (*write_others)(json_writer&, const void* object, const document_view&, bool& first) = nullptr;
    void (*read_other)(json_reader&, void* object, std::string& name) = nullptr;
    void (*clear_others)(void* object) = nullptr;

    std::ptrdiff_t offset(std::size_t place) const {
        return static_cast<const char*>(keys[place].address) - static_cast<const char*>(base);
    }
    /// The place of a key; `count` if there is none. Keys mostly come in an order of their own, each time the same.
    std::size_t find(std::string_view name, std::size_t hint) const {
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t place = hint + i < count ? hint + i : hint + i - count;
            if (!keys[place].skipped && keys[place].name == name) return place;
        }
        return count;
    }
};

inline void write_structure(json_writer& out, const void* object, const document_view& view) {
    json_frame here{out.top};
    out.check_depth();
    out.raw('{');
    bool first = true;
    for (std::size_t i = 0; i < view.count; ++i) {
        if (view.keys[i].skipped) continue;
        if (!std::exchange(first, false)) out.raw(',');
        here.key = view.keys[i].name;
        out.string(view.keys[i].name);
        out.raw(':');
        view.keys[i].write(out, static_cast<const char*>(object) + view.offset(i));
    }
    if (view.write_others) view.write_others(out, object, view, first);
    out.raw('}');
}

inline void read_structure(json_reader& in, void* object, const document_view& view) {
    in.open('{');
    json_frame here{in.top};
    if (view.clear_others) view.clear_others(object);
    std::uint64_t seen[4]{};
    static_assert(sizeof seen * 8 >= most_fields);
    const auto bit = [](std::size_t place) { return std::uint64_t{1} << place % 64; };
    std::string name;
    std::size_t next = 0;
    for (bool first = true; in.key(first, name);) {
        here.key = name;
        const std::size_t place = view.find(name, next);
        if (place < view.count) {
            if (seen[place / 64] & bit(place)) in.fail("a key that is there twice");
            seen[place / 64] |= bit(place);
            view.keys[place].read(in, static_cast<char*>(object) + view.offset(place));
            next = place + 1;
        } else if (view.read_other) {
            view.read_other(in, object, name);
        } else if (view.ignores_unknown) {
            in.skip();
        } else {
            in.fail("a key that the struct does not have");
        }
    }
    for (std::size_t i = 0; i < view.count; ++i)
        if (view.keys[i].required && !(seen[i / 64] & bit(i))) {
            here.key = view.keys[i].name;
            in.fail("the key is missing");
        }
}

template <class T>
void write_field(json_writer& out, const void* field) {
    write_json(out, *static_cast<const T*>(field));
}
template <class T>
void read_field(json_reader& in, void* field) {
    read_json(in, *static_cast<T*>(field));
}

template <class T>
concept documented_inside = requires { T::document(); };
template <class T>
concept documented_outside = requires { document_of<T>::document(); };

template <class T>
constexpr auto declare_document() {
    if constexpr (documented_inside<T>) return T::document();
    else if constexpr (documented_outside<T>) return document_of<T>::document();
    else return document_declaration<>{{}};
}

/// The field that takes the other keys.
template <class T, auto M>
struct others_of {
    using map = type_of<M>;

    static void write(json_writer& out, const void* object, const document_view& view, bool& first) {
        for (const auto& [name, value] : static_cast<const T*>(object)->*M) {
            out.top->key = name;
            if (view.find(name, 0) < view.count) out.fail("one of the other keys is called like a field");
            if (!std::exchange(first, false)) out.raw(',');
            out.string(name);
            out.raw(':');
            write_json(out, value);
        }
    }
    static void read(json_reader& in, void* object, std::string& name) {
        typename map::mapped_type value{};
        read_json(in, value);
        if (!(static_cast<T*>(object)->*M).emplace(name, std::move(value)).second) in.fail("a key that is there twice");
    }
    static void clear(void* object) { (static_cast<T*>(object)->*M).clear(); }
};

/// What can be wrong with one item of a declaration.
template <class T, class Item>
struct checked_document_item : std::true_type {};
template <class T, auto M>
struct checked_document_item<T, key_declaration_of_document<M>> {
    static_assert(std::is_same_v<owner_of<M>, T>, "pgmodel: this document declaration names a field of another struct");
    static constexpr bool value = std::is_same_v<owner_of<M>, T>;
};
template <class T, auto M>
struct checked_document_item<T, other_keys_item<M>> : checked_document_item<T, key_declaration_of_document<M>> {
    static_assert(json_map<type_of<M>>, "pgmodel: the field that takes the other keys is a std::map from std::string");
};
/// Says which field of a document has a type that has no place there.
template <class T, fixed_string Field, class Type>
struct document_field {
    static_assert(
        has_json_value<Type>,
        "pgmodel: a document cannot hold this field's type; use bool, a number, std::string, an enum class, a value "
        "type of pgmodel, a plain struct, or a std::vector, std::optional or std::map of these");
    static constexpr bool value = has_json_value<Type>;
};
template <class T, std::size_t I>
constexpr auto spelled_field() {
    fixed_string<field_names<T>.at[I].size()> text{};
    for (std::size_t i = 0; i < text.size(); ++i) text.text[i] = field_names<T>.at[I][i];
    return text;
}
/// Instantiated before the document is looked at, and not from constant functions, so that a compiler's first lines say
/// it.
template <class T, class Declaration = decltype(declare_document<T>()),
          class Indices = std::make_index_sequence<field_count<T>>>
struct checked_document;
template <class T, class... Items, std::size_t... I>
struct checked_document<T, document_declaration<Items...>, std::index_sequence<I...>> {
    static_assert(!(documented_inside<T> && documented_outside<T>),
                  "pgmodel: this struct has both a document() of its own and a pgmodel::document_of; keep one of them");
    static constexpr bool value = (checked_document_item<T, Items>::value && ... && true) &&
                                  (document_field<T, spelled_field<T, I>(), field_type<I, T>>::value && ...);
};

template <std::size_t N>
struct document_key_list {
    document_key at[N]{};
};
template <class T>
struct document_reader {
    document_key* keys;
    document_view& view;

    template <auto M>
    constexpr void operator()(const key_declaration_of_document<M>& item) {
        if constexpr (checked_document_item<T, key_declaration_of_document<M>>::value) {
            document_key& key = keys[field_index<M>];
            if (!item.name.empty()) key.name = item.name;
            key.required = item.is_required;
            key.skipped = key.skipped || item.is_skipped;
        }
    }
    template <auto M>
    constexpr void operator()(const other_keys_item<M>&) {
        if constexpr (checked_document_item<T, other_keys_item<M>>::value) {
            keys[field_index<M>].skipped = true;
            view.write_others = &others_of<T, M>::write;
            view.read_other = &others_of<T, M>::read;
            view.clear_others = &others_of<T, M>::clear;
        }
    }
    constexpr void operator()(const unknown_keys_item&) { view.ignores_unknown = true; }
};

template <class T, std::size_t I>
constexpr document_key make_document_key() {
    using field = field_type<I, T>;
    document_key key{field_names<T>.at[I], field_addresses_of<T>.at[I]};
    if constexpr (has_json_value<field>) {
        key.write = &write_field<field>;
        key.read = &read_field<field>;
    }
    return key;
}

template <class T, class Indices = std::make_index_sequence<field_count<T>>>
struct document_data;
template <class T, std::size_t... I>
struct document_data<T, std::index_sequence<I...>> {
    struct all {
        document_key_list<sizeof...(I)> keys;
        document_view view{};
    };
    static constexpr all read() {
        all made{{{make_document_key<T, I>()...}}};
        document_reader<T> reader{made.keys.at, made.view};
        declare_document<T>().items.each(reader);
        return made;
    }
    static constexpr all data = read();
    static constexpr bool names_differ() {
        for (std::size_t i = 0; i < sizeof...(I); ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (!data.keys.at[i].skipped && !data.keys.at[j].skipped &&
                    data.keys.at[i].name == data.keys.at[j].name)
                    return false;
        return true;
    }
    static_assert(names_differ(), "pgmodel: two keys of this document have the same name");
    static constexpr document_view make_view() {
        document_view made = data.view;
        made.keys = data.keys.at;
        made.count = sizeof...(I);
        made.base = &addresses_of<T>.value;
        return made;
    }
    static constexpr document_view view = make_view();
};

template <class T>
concept json_structure =
    std::is_class_v<T> && std::is_aggregate_v<T> && !json_document<T> && !wrapped_value<T> && !parsed_value<T> &&
    !text_value<T> && !json_sequence<T> && !json_map<T> && !requires { typename T::value_type; };
template <json_structure T>
struct json_value<T> {
    static_assert(aggregate_fields<T>::value > 0);
    static void write(json_writer& out, const T& value) { write_structure(out, &value, document_data<T>::view); }
    static void read(json_reader& in, T& value) { read_structure(in, &value, document_data<T>::view); }
};

template <json_structure T>
struct checked_json_value<T> : checked_document<T> {};

}  // namespace pgmodel::detail
