// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What a member pointer points to, and a field within a field: a path of member pointers stands where one pointer does.
#pragma once

#include <cstddef>
#include <type_traits>

namespace pgmodel::detail {

/// `member_path<&customer::home, &address::street>{}`
template <auto First, auto... More>
struct member_path {
    bool operator==(const member_path&) const = default;
};

template <class M>
struct member_pointer;
template <class Owner, class Field>
struct member_pointer<Field Owner::*> {
    using owner = Owner;
    using type = Field;
};
template <auto First, auto Second, auto... More>
struct member_pointer<member_path<First, Second, More...>> {
    using owner = typename member_pointer<std::remove_const_t<decltype(First)>>::owner;
    using type = typename member_pointer<member_path<Second, More...>>::type;
};
template <auto Last>
struct member_pointer<member_path<Last>> {
    using owner = typename member_pointer<std::remove_const_t<decltype(Last)>>::owner;
    using type = typename member_pointer<std::remove_const_t<decltype(Last)>>::type;
};

/// The struct that `M` points into, and the type of the field; of a path those of its first and of its last part.
template <auto M>
using owner_of = typename member_pointer<std::remove_const_t<decltype(M)>>::owner;
template <auto M>
using type_of = typename member_pointer<std::remove_const_t<decltype(M)>>::type;

template <auto M>
inline constexpr bool is_path = !std::is_member_object_pointer_v<decltype(M)>;

/// `M` as a path, also where it is one member pointer.
template <auto M>
constexpr auto path_type() {
    if constexpr (is_path<M>) return std::remove_const_t<decltype(M)>{};
    else return member_path<M>{};
}

template <class T, auto... M>
constexpr auto& follow(T& row, member_path<M...>) {
    return (row.*....*M);
}
/// The field of a row that `M` means.
template <auto M, class T>
constexpr auto& member_of(T& row) {
    if constexpr (is_path<M>) return follow(row, M);
    else return row.*M;
}

}  // namespace pgmodel::detail
