// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Operators and functions of network addresses (PostgreSQL manual 9.12). + and - are operators, `overlaps()` is a
// member.
#pragma once

#include <pgmodel/expression/containment.hpp>
#include <pgmodel/expression/function.hpp>
#include <pgmodel/types/inet.hpp>
#include <pgmodel/types/macaddr.hpp>

#include <string>

namespace pgmodel {
namespace detail {

template <class T>
    requires(id_of<T>() == id::inet || id_of<T>() == id::cidr)
struct container<T> {
    static constexpr bool contains = false, overlaps = true;
    using element = void;
    using bound = void;
};

}  // namespace detail

/// `<<`, `<<=`: is the address or network in that network, and may it be the same? `>>`, `>>=`: the other way round.
inline constexpr detail::operator_object<" << ", detail::level::other, bool(inet, inet)> subnet_of{};
inline constexpr detail::operator_object<" <<= ", detail::level::other, bool(inet, inet)> subnet_of_or_equal{};
inline constexpr detail::operator_object<" >> ", detail::level::other, bool(inet, inet)> contains_subnet{};
inline constexpr detail::operator_object<" >>= ", detail::level::other, bool(inet, inet)> contains_subnet_or_equal{};

/// Parts of an address: its text without the mask, the length of the mask, 4 or 6, and so on.
inline constexpr detail::function_object<"host(", std::string(inet)> host{};
inline constexpr detail::function_object<"masklen(", std::int32_t(inet)> masklen{};
inline constexpr detail::function_object<"family(", std::int32_t(inet)> family{};
inline constexpr detail::function_object<"netmask(", inet(inet)> netmask{};
inline constexpr detail::function_object<"hostmask(", inet(inet)> hostmask{};
inline constexpr detail::function_object<"network(", cidr(inet)> network_of{};
inline constexpr detail::function_object<"broadcast(", inet(inet)> broadcast{};
inline constexpr detail::function_object<"abbrev(", std::string(inet)> abbrev{};
inline constexpr detail::function_object<"set_masklen(", inet(inet, std::int32_t)> set_masklen{};
inline constexpr detail::function_object<"inet_same_family(", bool(inet, inet)> inet_same_family{};
/// `inet_merge(x, y)`: the smallest network that holds both.
inline constexpr detail::function_object<"inet_merge(", cidr(inet, inet)> inet_merge{};
/// `macaddr8_set7bit(x)`: as the interface part of an IPv6 address.
inline constexpr detail::function_object<"macaddr8_set7bit(", macaddr8(macaddr8)> macaddr8_set7bit{};

}  // namespace pgmodel
