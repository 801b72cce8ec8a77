// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Types of a program's own that hold one value of a type which pgmodel knows: ids that cannot be mixed up, for example.
//
//     struct order_id {
//         std::int64_t value{};
//         auto operator<=>(const order_id&) const = default;
//     };
//     template <> struct pgmodel::codec<order_id> : pgmodel::wrapped<&order_id::value> {};
#pragma once

#include <pgmodel/types/codec.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace pgmodel {
namespace detail {

template <class Member>
struct wrapped_member;
template <class Owner, class Value>
struct wrapped_member<Value Owner::*> {
    using owner = Owner;
    using value = Value;
};

/// A second member would be lost on the way.
template <class Owner, class Value>
concept made_from = requires(Value inner) { Owner{std::move(inner)}; } &&
                    !(std::is_aggregate_v<Owner> && requires(Value inner) { Owner{std::move(inner), {}}; });

/// What codecs may have, taken over where it is there.
template <class Value>
struct wrapped_width {};
template <class Value>
    requires requires { codec<Value>::width; }
struct wrapped_width<Value> {
    static constexpr std::size_t width = codec<Value>::width;
};
template <class Value>
struct wrapped_array {};
template <class Value>
    requires requires { codec<Value>::array_type; }
struct wrapped_array<Value> {
    static constexpr type_ref array_type = codec<Value>::array_type;
};
template <class Value>
struct wrapped_element {};
template <class Value>
    requires requires { codec<Value>::element_type; }
struct wrapped_element<Value> {
    static constexpr type_ref element_type = codec<Value>::element_type;
};
template <class Value>
struct wrapped_declared {};
template <class Value>
    requires requires { codec<Value>::declared; }
struct wrapped_declared<Value> {
    static constexpr std::string_view declared = codec<Value>::declared;
};

template <class Value>
struct wrapped_parts : wrapped_width<Value>, wrapped_array<Value>, wrapped_element<Value>, wrapped_declared<Value> {};

}  // namespace detail

/// The codec of a type that travels as its one member: the column has the member's type. The type is made from the
/// member in braces, `order_id{7}`.
template <auto Member, class Owner = typename detail::wrapped_member<decltype(Member)>::owner>
struct wrapped : detail::wrapped_parts<typename detail::wrapped_member<decltype(Member)>::value> {
    using owner = Owner;
    using value = typename detail::wrapped_member<decltype(Member)>::value;
    static_assert(detail::has_codec<value>,
                  "pgmodel: a wrapped member has a type that pgmodel does not know; include its header, or specialise "
                  "pgmodel::codec for it");
    static_assert(
        !detail::has_codec<value> || requires { codec<value>::array_type; },
        "pgmodel: a wrapped member is an array, and PostgreSQL has no arrays of arrays; say of the struct that "
        "it is a domain");
    static_assert(detail::made_from<owner, value>,
                  "pgmodel: a wrapped type has further members or cannot be made from the named one in braces; let it "
                  "have this one member, or a constructor that takes it");

    static constexpr type_ref type = codec<value>::type;
    static constexpr bool accepts(oid id) { return detail::codec_accepts<value>(id); }

    static constexpr std::size_t size(const owner& outer) { return codec<value>::size(outer.*Member); }
    static void encode(const owner& outer, writer& out) { codec<value>::encode(outer.*Member, out); }
    static std::string_view view(const owner& outer)
        requires requires(const value& inner) { codec<value>::view(inner); }
    {
        return codec<value>::view(outer.*Member);
    }
    static constexpr const value& unwrap(const owner& outer) { return outer.*Member; }
    static owner decode(reader in) { return owner{codec<value>::decode(in)}; }
    static std::string text(const owner& outer) { return codec<value>::text(outer.*Member); }
    static std::size_t text_size(const owner& outer, bool exactly)
        requires requires(const value& inner) { codec<value>::text_size(inner, true); }
    {
        return codec<value>::text_size(outer.*Member, exactly);
    }
    static void write_text(const owner& outer, writer& out)
        requires requires(const value& inner) { codec<value>::write_text(inner, out); }
    {
        codec<value>::write_text(outer.*Member, out);
    }
};

}  // namespace pgmodel
