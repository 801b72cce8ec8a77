// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The fields of a struct: how many, their names and types, and which one a member pointer means. With aggregate.hpp the
// only place that names Boost.PFR; a compiler with static reflection replaces these two files and nothing else. Names
// come from the compiler's spelling of a pointer to the field, so any version of Boost.PFR will do.
#pragma once

#include <pgmodel/core/type_name.hpp>
#include <pgmodel/reflect/aggregate.hpp>
#include <pgmodel/reflect/member_path.hpp>

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

/// The last identifier of a function's spelling.
constexpr std::string_view last_identifier(const char* text, std::size_t size) {
    while (!is_identifier_character(text[size - 1])) --size;
    std::size_t begin = size;
    while (is_identifier_character(text[begin - 1])) --begin;
    return {text + begin, size - begin};
}
/// The last identifier of what the compiler calls `P`: the field's name.
template <auto P>
constexpr auto spelled_name() {  // g++ would spell a name for the result's type behind P
    // With its size: counting it at compile time would be most of the work.
    return last_identifier(__PRETTY_FUNCTION__, sizeof __PRETTY_FUNCTION__ - 1);
}

/// The field's name as it is written in the struct; works while the struct is incomplete.
template <auto M>
inline constexpr std::string_view member_name = spelled_name<M>();

template <class T>
inline constexpr std::size_t field_count = aggregate_fields<T>::value;

template <class T>
using tied_fields_of = typename tied_fields<T, field_count<std::remove_const_t<T>>>::type;

#ifdef PGMODEL_TIES_COUNTED_FIELDS
template <std::size_t I, class Field>
constexpr Field& tied_field(const boost::pfr::detail::sequence_tuple::base_from_member<I, Field&>& part) {
    return part.value;
}
#else
template <std::size_t I, class... Field>
constexpr auto& tied_field(const std::tuple<Field&...>& fields) {
    return std::get<I>(fields);
}
#endif

template <std::size_t I, class T>
struct field_type_of {
    using type = std::remove_reference_t<decltype(tied_field<I>(std::declval<const tied_fields_of<T>&>()))>;
};
template <std::size_t I, class T>
using field_type = typename field_type_of<I, T>::type;

template <std::size_t I, class T>
constexpr field_type<I, T>& get_field(T& row) {
    return tied_field<I>(tie_fields<field_count<std::remove_const_t<T>>>(row));
}

template <std::size_t N>
struct text_list {
    std::string_view at[N]{};
};
template <std::size_t N>
struct address_list {
    const void* at[N]{};
};
template <class T, std::size_t... I>
constexpr auto read_addresses(std::index_sequence<I...>) {
    const auto fields = tie_fields<sizeof...(I)>(addresses_of<T>.value);
    return address_list<sizeof...(I)>{{static_cast<const void*>(&tied_field<I>(fields))...}};
}
template <class T>
inline constexpr auto field_addresses_of = read_addresses<T>(std::make_index_sequence<field_count<T>>{});

template <const void*>
struct constant_address;
template <class T, std::size_t... I>
constexpr auto read_names(std::index_sequence<I...>) {
    // One look at all addresses: a compiler takes longer for one after the other, with their types. None of them is
    // compared, which is no constant for g++ with -fsanitize=undefined.
    if constexpr (sizeof...(I) == 0) {
        return text_list<sizeof...(I)>{};  // another sentence says what is wrong
    } else if constexpr (requires {
                             typename constant_address<read_addresses<T>(std::index_sequence<I...>{}).at[0]>;
                         }) {
        return text_list<sizeof...(I)>{{spelled_name<field_addresses_of<T>.at[I]>()...}};
    } else {
        // A reference to a constant takes braces as a value does, and hides behind them until its address is asked for.
        constexpr bool assignable = std::is_move_assignable_v<T>;
        static_assert(!assignable, "pgmodel: this struct has a bit-field; use a whole integer or bool");
        static_assert(assignable, "pgmodel: this struct has a field that is a reference, or a bit-field; a model holds "
                                  "whole values");
        return text_list<sizeof...(I)>{};
    }
}
/// The names of all fields in their order.
template <class T>
inline constexpr auto field_names = read_names<T>(std::make_index_sequence<field_count<T>>{});

/// Instantiating it reports all that is wrong with the struct itself.
template <class T>
struct checked_struct {
    static_assert(aggregate_fields<T>::value > 0);
    static_assert(field_names<T>.at[0].size() > 0);
    static constexpr bool value = true;
};

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
