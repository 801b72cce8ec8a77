// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Bits and bytes: & | ^ ~ << >> of integers, bit strings and addresses, and functions of bytea (PostgreSQL
// manual 9.3, 9.5, 9.6). C++'s ^ is SQL's #. + joins bytea and bit strings.
#pragma once

#include <pgmodel/expression/function.hpp>
#include <pgmodel/expression/functions.hpp>
#include <pgmodel/types/bit.hpp>
#include <pgmodel/types/bytes.hpp>

#include <string>

namespace pgmodel {
namespace detail {

/// Types with bitwise operators.
constexpr bool has_bits(oid type) {
    return type == id::smallint || type == id::integer || type == id::bigint || type == id::bit || type == id::varbit ||
           type == id::inet || type == 829 || type == 774;
}

template <fixed_string Operator, class Left, class Right>
constexpr auto bitwise(Left&& left, Right&& right) {
    using l = std::remove_cvref_t<Left>;
    using r = std::remove_cvref_t<Right>;
    constexpr oid a = id_of<left_type<l, r>>(), b = id_of<right_type<l, r>>();
    constexpr bool integers = number_rank(a) != 0 && number_rank(a) <= 3 && number_rank(b) != 0 && number_rank(b) <= 3;
    constexpr bool exists = has_bits(a) && (integers || a == b) &&
                            (Operator != fixed_string{" # "} || integers || a == id::bit || a == id::varbit);
    static_assert(exists, "pgmodel: bitwise operators take two integers, two bit strings or two addresses; conditions "
                          "are joined by && and ||");
    if constexpr (!exists) {
        return refused<l, r>{};
    } else {
        auto x = as_exact_operand<right_type<l, r>, r>(static_cast<Left&&>(left));
        auto y = as_exact_operand<left_type<l, r>, l>(static_cast<Right&&>(right));
        using value = typename std::conditional_t<integers, cpp_type<(number_rank(a) > number_rank(b) ? a : b)>,
                                                  std::type_identity<left_type<l, r>>>::type;
        return strict_infix<Operator, level::other, value>(std::move(x), std::move(y));
    }
}
template <fixed_string Operator, class Left, class Right>
constexpr auto shift(Left&& left, Right&& right) {
    using l = std::remove_cvref_t<Left>;
    constexpr bool exists = [] {
        if constexpr (expression<l>)
            return has_bits(id_of<typename l::value_type>()) && id_of<typename l::value_type>() < 1600 &&
                   id_of<typename l::value_type>() != id::inet;
        else return false;
    }();
    static_assert(exists, "pgmodel: << and >> shift integers and bit strings");
    if constexpr (!exists) return refused<l>{};
    else
        return strict_infix<Operator, level::other, typename signed_type<typename l::value_type>::type>(
            l(static_cast<Left&&>(left)), as_argument<Operator, 2, std::int32_t>(static_cast<Right&&>(right)));
}

namespace operators {

template <class L, class R>
    requires(expression<L> || expression<R>)
constexpr auto operator&(L&& l, R&& r) {
    return bitwise<" & ">(static_cast<L&&>(l), static_cast<R&&>(r));
}
template <class L, class R>
    requires(expression<L> || expression<R>)
constexpr auto operator|(L&& l, R&& r) {
    return bitwise<" | ">(static_cast<L&&>(l), static_cast<R&&>(r));
}
template <class L, class R>
    requires(expression<L> || expression<R>)
constexpr auto operator^(L&& l, R&& r) {
    return bitwise<" # ">(static_cast<L&&>(l), static_cast<R&&>(r));
}
template <expression E>
constexpr auto operator~(E&& e) {
    using node = std::remove_cvref_t<E>;
    static_assert(has_bits(id_of<typename node::value_type>()),
                  "pgmodel: ~ takes an integer, a bit string or an address; a condition is negated by !");
    using value = typename signed_type<typename node::value_type>::type;
    return affix<"~ ", "", level::prefix, value, node::nullable, node>{{}, static_cast<E&&>(e)};
}
template <expression L, class R>
constexpr auto operator<<(L&& l, R&& r) {
    return shift<" << ">(static_cast<L&&>(l), static_cast<R&&>(r));
}
template <expression L, class R>
constexpr auto operator>>(L&& l, R&& r) {
    return shift<" >> ">(static_cast<L&&>(l), static_cast<R&&>(r));
}

}  // namespace operators

template <class E>
constexpr bool is_binary() {
    return id_of<typename E::value_type>() == id::bytea || id_of<typename E::value_type>() == id::bit ||
           id_of<typename E::value_type>() == id::varbit;
}

}  // namespace detail

/// `encode(x, 'hex')`, `decode(text, 'base64')`: the format is `hex`, `base64` or `escape`.
inline constexpr detail::function_object<"encode(", std::string(bytes, std::string)> encode{};
inline constexpr detail::function_object<"decode(", bytes(std::string, std::string)> decode{};
/// Texts in an encoding of their own, such as `LATIN1`.
inline constexpr detail::function_object<"convert_from(", std::string(bytes, std::string)> convert_from{};
inline constexpr detail::function_object<"convert_to(", bytes(std::string, std::string)> convert_to{};
inline constexpr detail::function_object<"sha224(", bytes(bytes)> sha224{};
inline constexpr detail::function_object<"sha256(", bytes(bytes)> sha256{};
inline constexpr detail::function_object<"sha384(", bytes(bytes)> sha384{};
inline constexpr detail::function_object<"sha512(", bytes(bytes)> sha512{};
/// Bytes are counted from 0, those of `byte_substring` from 1.
inline constexpr detail::function_object<"get_byte(", std::int32_t(bytes, std::int32_t)> get_byte{};
inline constexpr detail::function_object<"set_byte(", bytes(bytes, std::int32_t, std::int32_t)> set_byte{};
inline constexpr detail::function_object<"substring(", bytes(bytes, std::int32_t, std::int32_t), 0, 2> byte_substring{};

/// `get_bit(x, n)`, `set_bit(x, n, bit)` of bytea and bit strings, counted from 0; `bit_count(x)`: how many are 1.
template <detail::expression E, class Place>
constexpr auto get_bit(E e, Place&& place) {
    static_assert(detail::is_binary<E>(), "pgmodel: get_bit(), set_bit() and bit_count() take a bytea or a bit string");
    using index =
        std::conditional_t<detail::id_of<typename E::value_type>() == detail::id::bytea, std::int64_t, std::int32_t>;
    return detail::strict_call<"get_bit(", std::int32_t>(
        std::move(e), detail::as_argument<"get_bit(", 2, index>(static_cast<Place&&>(place)));
}
template <detail::expression E, class Place, class Bit>
constexpr auto set_bit(E e, Place&& place, Bit&& bit) {
    static_assert(detail::is_binary<E>(), "pgmodel: get_bit(), set_bit() and bit_count() take a bytea or a bit string");
    using value = typename E::value_type;
    using index = std::conditional_t<detail::id_of<value>() == detail::id::bytea, std::int64_t, std::int32_t>;
    return detail::strict_call<"set_bit(", value>(
        std::move(e), detail::as_argument<"set_bit(", 2, index>(static_cast<Place&&>(place)),
        detail::as_argument<"set_bit(", 3, std::int32_t>(static_cast<Bit&&>(bit)));
}
template <detail::expression E>
constexpr auto bit_count(E e) {
    static_assert(detail::is_binary<E>(), "pgmodel: get_bit(), set_bit() and bit_count() take a bytea or a bit string");
    return detail::strict_call<"bit_count(", std::int64_t>(std::move(e));
}

// Of plain values alone.
template <class Never = void>
detail::call_of_values<Never> get_bit(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> set_bit(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> bit_count(detail::anything, ...);

}  // namespace pgmodel
