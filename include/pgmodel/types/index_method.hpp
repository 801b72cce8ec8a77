// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Which values PostgreSQL can compare, sort, tell apart and index without being told how: those of types with a default
// operator class. Types that it does not know by number are taken for such that can be all that.
#pragma once

#include <pgmodel/reflect/fields.hpp>
#include <pgmodel/types/array.hpp>
#include <pgmodel/types/codec.hpp>
#include <pgmodel/types/enumeration.hpp>

#include <cstddef>
#include <utility>

namespace pgmodel::detail {

/// A set of access methods.
namespace method {
inline constexpr unsigned btree = 1, hash = 2, gin = 4, gist = 8, spgist = 16, brin = 32, all = 63;
/// What the extensions btree_gin and btree_gist bring for most types that a B-tree sorts.
inline constexpr unsigned by_extension = gin | gist;
}  // namespace method

/// The methods by which a type of PostgreSQL's own is indexed when no operator class is named.
constexpr unsigned index_methods(oid type) {
    using namespace method;
    // clang-format off
    switch (type) {
        case 114: case 142: case 4072:                              // json, xml, jsonpath
        case 601: case 602: case 628: return 0;                     // lseg, path, line
        case 16: case 790: return btree | hash | by_extension;      // boolean, money
        case 1560: case 1562: return btree | brin | by_extension;   // bit, varbit
        case 17: case 20: case 21: case 23: case 26:                // bytea, integers, oid
        case 700: case 701: case 1700: case 1042: case 2950:        // floats, numeric, character(n), uuid
        case 829: case 774: case 1082: case 1083: case 1114:        // macaddr, macaddr8, dates and times
        case 1184: case 1186: case 1266: return btree | hash | brin | by_extension;
        case 25: case 1043: case 650: case 869: return all;         // text, varchar, cidr, inet
        case 18: case 19: return btree | hash | brin | gin;         // "char", name
        case 3220: return btree | hash | brin;                      // pg_lsn
        case 5069: return btree | hash;                             // xid8
        case 27: return btree | hash | brin;                        // tid
        case 28: return hash;                                       // xid
        case 2278: return 0;                                        // void
        case 600: case 604: return gist | spgist;                   // point, polygon
        case 603: return gist | spgist | brin;                      // box
        case 718: return gist;                                      // circle
        case 3614: return btree | gin | gist;                       // tsvector
        case 3615: return btree | gist;                             // tsquery
        case 3802: return btree | hash | gin;                       // jsonb
        case 3904: case 3906: case 3908: case 3910: case 3912:      // ranges
        case 3926: return btree | hash | gist | spgist | brin;
        case 4451: case 4532: case 4533: case 4534: case 4535:      // multiranges
        case 4536: return btree | hash | gist;
        default: return all;
    }
    // clang-format on
}

template <class T>
constexpr unsigned index_methods();

template <class T>
constexpr unsigned composite_methods() {
    return []<std::size_t... I>(std::index_sequence<I...>) {
        return (index_methods<field_type<I, T>>() & ... & (method::btree | method::hash));
    }(std::make_index_sequence<field_count<T>>{});
}
/// GiST of arrays is brought by the extensions intarray and ltree.
template <class Element>
constexpr unsigned array_methods() {
    const unsigned element = index_methods<Element>();
    const bool extended = has_codec<unwrapped<Element>> &&
                          (codec<unwrapped<Element>>::type.id == 23 || codec<unwrapped<Element>>::type.id == 0);
    return (element & (method::btree | method::hash)) | (element & method::btree ? method::gin : 0) |
           (extended ? method::gist : 0);
}

/// The same for a C++ type: domains and wrapped types are as what they are made of, arrays and composites as all of
/// their parts.
template <class T>
constexpr unsigned index_methods() {
    if constexpr (is_optional<T>) return index_methods<unwrapped<T>>();
    else if constexpr (composite_value<T>) return composite_methods<T>();
    else if constexpr (requires { &codec<T>::unwrap; }) return index_methods<typename codec<T>::value>();
    else if constexpr (array_value<T>) return array_methods<typename array_shape<T>::element>();
    else if constexpr (native_enum<T>) return method::btree | method::hash | method::by_extension;
    else if constexpr (has_codec<T>) return index_methods(codec<T>::type.id);
    else return method::all;
}

/// Can the values stand in ORDER BY, in a key, in a B-tree?
template <class T>
constexpr bool is_sortable() {
    return (index_methods<T>() & method::btree) != 0;
}
/// Can equal values be found by DISTINCT, GROUP BY and UNION?
template <class T>
constexpr bool is_groupable() {
    return (index_methods<T>() & (method::btree | method::hash)) != 0;
}
/// Can they be found by hashing, as a recursive UNION does it?
template <class T>
constexpr bool is_hashable() {
    return (index_methods<T>() & method::hash) != 0;
}
/// Is a column of this type of a domain?
template <class T>
constexpr bool is_domain() {
    if constexpr (requires { typename codec<T>::domain; }) return true;
    else if constexpr (requires { &codec<T>::unwrap; }) return is_domain<typename codec<T>::value>();
    else return false;
}
/// A domain of an enum: the server sorts and indexes it, but its operators of enums take no domains.
template <class T>
constexpr bool is_domain_of_enum(bool domain = is_domain<T>()) {
    if constexpr (native_enum<T>) return domain;
    else if constexpr (requires { &codec<T>::unwrap; }) return is_domain_of_enum<typename codec<T>::value>(domain);
    else return false;
}
/// Is there an `=` for them? Shapes have one without an order: of boxes with one area, for example.
template <class T>
constexpr bool has_equality() {
    if constexpr (is_optional<T>) return has_equality<unwrapped<T>>();
    else if constexpr (composite_value<T> || array_value<T>) return is_groupable<T>();
    else if constexpr (requires { &codec<T>::unwrap; })
        return !is_domain_of_enum<T>() && has_equality<typename codec<T>::value>();
    else if constexpr (has_codec<T>) {
        // clang-format off
        switch (codec<T>::type.id) {
            case 114: case 142: case 600: case 604:
            case 2278: case 4072: return false;  // json, xml, point, polygon, void, jsonpath
            default: return true;
        }
        // clang-format on
    } else return true;
}

}  // namespace pgmodel::detail
