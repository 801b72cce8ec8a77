// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Values that are part of a statement's text: what PostgreSQL must match by text (an index's expression, its predicate,
// GROUP BY) may hold no other.
#pragma once

#include <pgmodel/expression/members.hpp>
#include <pgmodel/types/enumeration.hpp>

#include <string>

namespace pgmodel {
namespace detail {

/// Deduces what `lit<...>` holds: a number, a bool, an enumerator, or a string.
template <class T>
struct literal_value {
    T value;
    constexpr literal_value(T v) : value(v) {}
};
template <std::size_t N>
struct literal_value<fixed_string<N>> {
    fixed_string<N> value;
    constexpr literal_value(const char (&text)[N + 1]) : value(text) {}
    constexpr literal_value(const fixed_string<N>& text) : value(text) {}
};
/// Most other classes are no template arguments.
template <class T>
    requires std::is_class_v<T>
struct literal_value<T> {
    struct {
    } value;
    constexpr literal_value(const T&) {}
};
template <class T>
literal_value(T) -> literal_value<T>;
template <std::size_t N>
literal_value(const char (&)[N]) -> literal_value<fixed_string<N - 1>>;

template <auto V>
struct literal_type {
    using type = std::remove_const_t<decltype(V)>;
};
/// A number in SQL's text is an integer or, when it does not fit, a bigint, whatever C++ calls it.
template <auto V>
    requires plain_integer<decltype(V)>
struct literal_type<V> {
    using type = std::conditional_t<std::in_range<std::int32_t>(V), std::int32_t, std::int64_t>;
};
template <std::size_t N, fixed_string<N> V>
struct literal_type<V> {
    using type = std::string;
};

template <literal_value V>
struct literal : members<literal<V>> {
    using value_type = typename literal_type<V.value>::type;
    static constexpr bool is_text = std::is_same_v<value_type, std::string>;
    static_assert(is_text || std::is_same_v<value_type, bool> || plain_integer<value_type> ||
                      std::is_enum_v<value_type>,
                  "pgmodel: a literal is an integer, a bool, an enumerator or a string; of another type write "
                  "pgmodel::constant<type, \"text\"> (<pgmodel/expression/date_time.hpp>)");
    static constexpr bool has_nul() {
        if constexpr (is_text) return V.value.view().find('\0') != std::string_view::npos;
        else return false;
    }
    static constexpr bool fits() {
        if constexpr (plain_integer<decltype(V.value)>) return std::in_range<std::int64_t>(V.value);
        else return true;
    }
    static_assert(!is_text || !has_nul(), "pgmodel: a literal holds a NUL character, which PostgreSQL's texts cannot");
    static_assert(!plain_integer<value_type> || fits(), "pgmodel: this literal is too large for a bigint");
    static constexpr bool nullable = false;
    static constexpr bool constant = true;
    static constexpr bool is_negative() {
        if constexpr (plain_integer<value_type>) return V.value < 0;
        else return false;
    }
    static constexpr int precedence = is_negative() ? level::unary : level::primary;
    template <class Tables>
    using stranger = void;
    template <class Nulls>
    static constexpr bool null_in = false;

    template <class Out>
    static constexpr void write(Out& out, const literal*) {
        if constexpr (is_text) out.string(V.value.view());
        else if constexpr (std::is_same_v<value_type, bool>) out.append(V.value ? "true" : "false");
        else if constexpr (std::is_enum_v<value_type>) out.string(enum_traits<value_type>::find(V.value));
        else write_integer(out, static_cast<value_type>(V.value));
    }
    template <class F>
    constexpr void visit(F&) const {}

private:
    template <class Out>
    static constexpr void write_integer(Out& out, value_type number) {
        char digits[24]{};
        std::size_t begin = sizeof digits;
        auto rest = static_cast<std::uint64_t>(number);
        if (number < 0) rest = 0 - rest;
        do digits[--begin] = static_cast<char>('0' + rest % 10);
        while (rest /= 10);
        if (number < 0) digits[--begin] = '-';
        out.append({digits + begin, sizeof digits - begin});
    }
};

/// The server takes it for a value of whatever type is wanted.
template <class Node>
inline constexpr bool is_text_literal = false;
template <literal_value V>
inline constexpr bool is_text_literal<literal<V>> = literal<V>::is_text;

template <literal_value V>
inline constexpr bool is_enum_literal<literal<V>> = std::is_enum_v<typename literal<V>::value_type>;

/// As a key of ORDER BY or GROUP BY a number would be a position, and the server takes no other.
template <class Key>
inline constexpr bool is_bare_literal = false;
template <literal_value V>
inline constexpr bool is_bare_literal<literal<V>> = true;
template <class E, fixed_string Direction, fixed_string Nulls, fixed_string OperatorClass>
inline constexpr bool is_bare_literal<ordered<E, Direction, Nulls, OperatorClass>> = is_bare_literal<E>;

}  // namespace detail

/// A literal: `pg::lit<"draft">`, `pg::lit<status::draft>`, `pg::lit<5>`.
template <detail::literal_value V>
inline constexpr detail::literal<V> lit{};

}  // namespace pgmodel
