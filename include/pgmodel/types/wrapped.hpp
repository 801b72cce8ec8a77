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

/// The codec of a type whose values travel as those in them, which `Codec::unwrap` gives.
template <class Codec, class Owner, class Value>
struct inner_codec {
    static constexpr type_ref type = codec<Value>::type;
    static constexpr bool accepts(oid id) { return codec_accepts<Value>(id); }

    static constexpr std::size_t size(const Owner& outer) { return codec<Value>::size(Codec::unwrap(outer)); }
    static void encode(const Owner& outer, writer& out) { codec<Value>::encode(Codec::unwrap(outer), out); }
    static std::string_view view(const Owner& outer)
        requires requires(const Value& inner) { codec<Value>::view(inner); }
    {
        return codec<Value>::view(Codec::unwrap(outer));
    }
    static Owner decode(reader in) { return Owner{codec<Value>::decode(in)}; }
    static std::string text(const Owner& outer) { return codec<Value>::text(Codec::unwrap(outer)); }
    static std::size_t text_size(const Owner& outer, bool exactly)
        requires requires(const Value& inner) { codec<Value>::text_size(inner, true); }
    {
        return codec<Value>::text_size(Codec::unwrap(outer), exactly);
    }
    static void write_text(const Owner& outer, writer& out)
        requires requires(const Value& inner) { codec<Value>::write_text(inner, out); }
    {
        codec<Value>::write_text(Codec::unwrap(outer), out);
    }
};

}  // namespace detail

/// The codec of a type that travels as its one member: the column has the member's type. The type is made from the
/// member in braces, `order_id{7}`.
template <auto Member, class Owner = typename detail::wrapped_member<decltype(Member)>::owner>
struct wrapped
    : detail::wrapped_parts<typename detail::wrapped_member<decltype(Member)>::value>,
      detail::inner_codec<wrapped<Member, Owner>, Owner, typename detail::wrapped_member<decltype(Member)>::value> {
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

    static constexpr const value& unwrap(const owner& outer) { return outer.*Member; }
};

}  // namespace pgmodel
