// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A struct within a model whose fields are columns of the model's table. It brings its own declarations:
//
//     struct audit {
//         pg::timestamptz created_at{};
//         std::optional<pg::timestamptz> updated_at{};
//         static constexpr auto embeddable() {
//             return pg::embeddable(pg::field<&audit::created_at>.server_default(pg::now()).index(),
//                                   pg::field<&audit::updated_at>.set_on_update(pg::now()));
//         }
//     };
//     ... pg::table("articles", ..., pg::embedded<&article::meta>.prefix("meta_"))
#pragma once

#include <pgmodel/model/table.hpp>
#include <pgmodel/types/composite.hpp>

namespace pgmodel {

/// Describes a struct that cannot be edited: specialise it with `static constexpr auto embeddable()`.
template <class T>
struct embeddable_of {};

namespace detail {

template <auto M, class Owner = owner_of<M>>
struct embedded_field : item_tag {
    using owner = Owner;
    using type = type_of<M>;
    static constexpr auto pointer = M;
    static constexpr bool optional = is_optional<type>;
    static_assert(
        !optional,
        "pgmodel: an embedded struct cannot be optional, since its columns could not tell no struct from one of "
        "NULLs; make its fields optional, or leave out pgmodel::embedded: then it is a composite column");
    static_assert(optional || composite_value<type>,
                  "pgmodel: pgmodel::embedded takes a field that is a plain struct; this one is a column already");
    std::string_view column_prefix{};

    /// What the names of its columns begin with: `meta_created_at` with `.prefix("meta_")`.
    constexpr auto prefix(const char* text) const {
        auto copy = *this;
        copy.column_prefix = text;
        return copy;
    }
};

template <class... Items>
struct embeddable_declaration {
    pack<Items...> items;
};

/// Declarations of fields, or of keys, constraints and indexes over them.
template <class Item>
concept item_of_fields =
    declaration_item<Item> && (requires { Item::pointer; } || requires(Item item) { item.options; });

template <class T>
concept describes_embeddable = requires { T::embeddable(); };
template <class T>
concept embeddable_outside = requires { embeddable_of<T>::embeddable(); };

/// What a struct says of its fields for the tables that it is embedded in.
template <class T>
constexpr auto declare_embeddable() {
    if constexpr (describes_embeddable<T>) return T::embeddable();
    else if constexpr (embeddable_outside<T>) return embeddable_of<T>::embeddable();
    else return embeddable_declaration<>{{}};
}

/// What can be wrong with what a struct says of itself; asked before the model takes it over.
template <class T, class Declaration>
struct checked_embeddable;
template <class T, class... Items>
struct checked_embeddable<T, embeddable_declaration<Items...>> {
    static_assert(
        !(describes_embeddable<T> && embeddable_outside<T>),
        "pgmodel: this struct has both an embeddable() of its own and a pgmodel::embeddable_of; keep one of them");
    template <class Item>
    static constexpr bool own() {
        if constexpr (requires { Item::pointer; }) return std::is_same_v<owner_of<Item::pointer>, T>;
        else return true;
    }
    static_assert((own<Items>() && ... && true), "pgmodel: this declaration names a field of another struct");
    static constexpr bool value = true;
};
template <class Item>
struct checked_embedding : std::true_type {};
template <auto M>
struct checked_embedding<embedded_field<M>>
    : checked_embeddable<type_of<M>, decltype(declare_embeddable<type_of<M>>())> {};
template <class Declaration>
inline constexpr bool checked_embeddings = true;
template <class... Items>
inline constexpr bool checked_embeddings<table_declaration<Items...>> =
    (checked_embedding<Items>::value && ... && true);

}  // namespace detail

/// Makes the fields of a nested struct columns of the table.
template <auto M>
inline constexpr detail::embedded_field<M> embedded{};

/// What a struct says of its own fields, as in table(): fields, keys, constraints and indexes in any order.
template <class... Items>
constexpr auto embeddable(Items... items) {
    static_assert((detail::item_of_fields<Items> && ... && true),
                  "pgmodel: embeddable() takes field<...>, transient<...>, embedded<...>, primary_key, unique, "
                  "foreign_key, check and index; what concerns the whole table is said in table()");
    return detail::embeddable_declaration<Items...>{{std::move(items)...}};
}

}  // namespace pgmodel
