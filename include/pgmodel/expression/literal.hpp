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
};
template <class T>
literal_value(T) -> literal_value<T>;
template <std::size_t N>
literal_value(const char (&)[N]) -> literal_value<fixed_string<N - 1>>;

template <class T>
struct literal_type {
    using type = T;
};
template <std::size_t N>
struct literal_type<fixed_string<N>> {
    using type = std::string;
};

template <literal_value V>
struct literal : members<literal<V>> {
    using held = std::remove_const_t<decltype(V.value)>;
    using value_type = typename literal_type<held>::type;
    static_assert(std::is_same_v<value_type, std::string> || std::is_same_v<value_type, bool> || plain_integer<value_type> ||
                      std::is_enum_v<value_type>,
                  "pgmodel: a literal is an integer, a bool, an enumerator or a string");
    static constexpr bool nullable = false;
    static constexpr bool constant = true;
    static constexpr int precedence = level::primary;
    template <class Tables>
    using stranger = void;

    template <class Out>
    static constexpr void write(Out& out, const literal*) {
        if constexpr (std::is_same_v<value_type, std::string>) out.string(V.value.view());
        else if constexpr (std::is_same_v<value_type, bool>) out.append(V.value ? "true" : "false");
        else if constexpr (std::is_enum_v<value_type>) out.string(enum_traits<value_type>::find(V.value));
        else write_integer(out, V.value);
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

}  // namespace detail

/// A literal: `pg::lit<"draft">`, `pg::lit<status::draft>`, `pg::lit<5>`.
template <detail::literal_value V>
inline constexpr detail::literal<V> lit{};

}  // namespace pgmodel
