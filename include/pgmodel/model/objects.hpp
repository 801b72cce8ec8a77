// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What a registry holds beside models: a struct with `objects()` in its list. `#include <pgmodel/objects.hpp>`
//
//     struct shop_objects {
//         static constexpr auto objects() {
//             return pgmodel::objects(pgmodel::extension<"pg_trgm">, in_stock,
//             pgmodel::grant(pgmodel::execute_privilege)
//                                                                                  .on(in_stock).to("app"));
//         }
//     };
//     inline constexpr pgmodel::registry<film, shop_objects> shop{};
#pragma once

#include <pgmodel/core/pack.hpp>
#include <pgmodel/model/grant.hpp>
#include <pgmodel/model/registry.hpp>
#include <pgmodel/model/trigger.hpp>

#include <string_view>

namespace pgmodel {
namespace detail {

struct extension_declaration : object_tag {
    std::string_view name{};
    std::string_view schema{};
    std::string_view wanted_version{};
    std::string_view text{};

    /// Where its objects are made.
    constexpr auto in_schema(std::string_view schema_name) const {
        auto copy = *this;
        copy.schema = schema_name;
        return copy;
    }
    constexpr auto version(std::string_view number) const {
        auto copy = *this;
        copy.wanted_version = number;
        return copy;
    }
    /// `COMMENT ON EXTENSION`, in place of the one that it brings.
    constexpr auto comment(std::string_view said) const {
        auto copy = *this;
        copy.text = said;
        return copy;
    }
};

/// `COMMENT ON SCHEMA`
struct schema_comment_item : object_tag {
    std::string_view name{};
    std::string_view text{};
};

template <class... Items>
struct objects_declaration {
    using object_items = pack<Items...>;
    pack<Items...> items;
};

template <class T>
inline constexpr bool is_sequence = false;
template <fixed_string Name, class Integer>
inline constexpr bool is_sequence<sequence_declaration<Name, Integer>> = true;

/// May stand in `objects()`: what belongs to no table.
template <class T>
inline constexpr bool stands_alone = is_sequence<T>;
template <>
inline constexpr bool stands_alone<extension_declaration> = true;
template <>
inline constexpr bool stands_alone<schema_comment_item> = true;
template <std::size_t A, std::size_t S>
inline constexpr bool stands_alone<stored_function_declaration<A, S>> = true;
template <std::size_t S>
inline constexpr bool stands_alone<trigger_function_declaration<S>> = true;
template <std::size_t A>
inline constexpr bool stands_alone<aggregate_declaration<A>> = true;
template <class Target, bool Revoked, privilege... What>
inline constexpr bool stands_alone<grant_declaration<Target, Revoked, What...>> =
    grant_declaration<Target, Revoked, What...>::named;

template <class T>
struct checked_objects {
    static constexpr bool value = true;
};

}  // namespace detail

/// `CREATE EXTENSION IF NOT EXISTS`, before anything else is made.
template <fixed_string Name>
inline constexpr detail::extension_declaration extension{{}, Name.view()};

/// `COMMENT ON SCHEMA`, which is made if it is not there: `pg::comment_on_schema("shop", "What is sold")`.
constexpr auto comment_on_schema(std::string_view name, std::string_view text) {
    return detail::schema_comment_item{{}, name, text};
}
/// What the `objects()` of a struct returns: extensions, stored functions, aggregates, sequences and grants.
template <class... Items>
constexpr auto objects(Items... items) {
    constexpr bool fit = (detail::stands_alone<Items> && ... && true);
    static_assert(
        fit,
        "pgmodel: objects() takes extensions, comments on schemas, stored functions, aggregates, sequences, and grants "
        "that name with on() what they are on; triggers and policies stand in the declaration of their table");
    if constexpr (fit) return detail::objects_declaration<Items...>{{std::move(items)...}};
    else return detail::objects_declaration<>{{}};
}

}  // namespace pgmodel
