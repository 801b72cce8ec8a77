// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The fields of a struct: how many, their names and types, and which one a member pointer means. With aggregate.hpp the
// only place that names Boost.PFR; a compiler with static reflection replaces these two files and nothing else. Names
// come from the compiler's spelling of a pointer to the field, so any version of Boost.PFR will do.
#pragma once

#include <pgmodel/reflect/aggregate.hpp>

#include <boost/pfr/core.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace pgmodel::detail {

/// An object that is never constructed: only the addresses of its fields are used.
template <class T>
union field_addresses {
    char none;
    T value;
    constexpr field_addresses() : none{} {}
    constexpr ~field_addresses() {}
};
template <class T>
inline constexpr field_addresses<T> addresses_of{};

/// The last identifier of what the compiler calls `P`: the field's name.
template <auto P>
constexpr auto spelled_name() {
    constexpr auto identifier = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               static_cast<unsigned char>(c) >= 0x80;
    };
    // With its size: counting it at compile time would be most of the work.
    std::string_view text{__PRETTY_FUNCTION__, sizeof __PRETTY_FUNCTION__ - 1};
    while (!identifier(text.back())) text.remove_suffix(1);
    std::size_t begin = text.size();
    while (identifier(text[begin - 1])) --begin;
    return text.substr(begin);
}

template <class M>
struct member_pointer;
template <class Owner, class Field>
struct member_pointer<Field Owner::*> {
    using owner = Owner;
    using type = Field;
};
/// The struct that `M` points into, and the type of the field.
template <auto M>
using owner_of = typename member_pointer<std::remove_const_t<decltype(M)>>::owner;
template <auto M>
using type_of = typename member_pointer<std::remove_const_t<decltype(M)>>::type;

/// The field's name as it is written in the struct; works while the struct is incomplete.
template <auto M>
inline constexpr std::string_view member_name = spelled_name<M>();

template <class T>
inline constexpr std::size_t field_count = aggregate_fields<T>::value;

template <std::size_t I, class T>
constexpr auto& get_field(T& row) {
#if BOOST_PFR_USE_CPP17 && !BOOST_PFR_USE_CPP26
    // What boost::pfr::get does after it has counted the fields: to count them again takes as long as all the rest.
    constexpr std::integral_constant<std::size_t, field_count<std::remove_const_t<T>>> count;
    return boost::pfr::detail::sequence_tuple::get<I>(boost::pfr::detail::tie_as_tuple(row, count));
#else
    return boost::pfr::get<I>(row);
#endif
}

template <std::size_t I, class T>
using field_type = std::remove_reference_t<decltype(get_field<I>(std::declval<T&>()))>;

template <std::size_t N>
struct text_list {
    std::string_view at[N]{};
};
template <std::size_t I, class T>
constexpr std::string_view read_name() {
    if constexpr (requires { spelled_name<&get_field<I>(addresses_of<T>.value)>(); }) {
        return spelled_name<&get_field<I>(addresses_of<T>.value)>();
    } else {
        static_assert(!std::is_class_v<T>, "pgmodel: this struct has a bit-field; use a whole integer or bool");
        return {};
    }
}
template <class T, std::size_t... I>
constexpr auto read_names(std::index_sequence<I...>) {
    return text_list<sizeof...(I)>{{read_name<I, T>()...}};
}
/// The names of all fields in their order.
template <class T>
inline constexpr auto field_names = read_names<T>(std::make_index_sequence<field_count<T>>{});

template <std::size_t N>
struct address_list {
    const void* at[N]{};
};
template <class T, std::size_t... I>
constexpr auto read_addresses(std::index_sequence<I...>) {
    return address_list<sizeof...(I)>{{static_cast<const void*>(&get_field<I>(addresses_of<T>.value))...}};
}
template <class T>
inline constexpr auto field_addresses_of = read_addresses<T>(std::make_index_sequence<field_count<T>>{});

/// The place of the field that `M` points to.
template <auto M>
constexpr std::size_t find_field() {
    using T = owner_of<M>;
    const void* const wanted = &(addresses_of<T>.value.*M);
    std::size_t i = 0;
    while (i + 1 < field_count<T> && field_addresses_of<T>.at[i] != wanted) ++i;
    return i;
}
template <auto M>
inline constexpr std::size_t field_index = find_field<M>();

}  // namespace pgmodel::detail
