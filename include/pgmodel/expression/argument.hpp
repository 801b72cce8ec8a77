// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Placeholders: a statement is built once and run many times, each time with other values. `pg::arg<std::string,
// "name">` stands wherever an expression may.
#pragma once

#include <pgmodel/expression/members.hpp>

#include <string_view>

namespace pgmodel {
namespace detail {

/// Its address tells one type from another where types are forgotten.
template <class T>
inline constexpr char type_key = 0;

/// Scopes in which a placeholder is a stranger.
template <class Tables>
inline constexpr bool refuses_arguments = false;

template <fixed_string Name, class T>
struct argument_type {
    static_assert(has_codec<unwrapped<T>>,
                  "pgmodel: a placeholder has a type that PostgreSQL knows: pgmodel::arg<std::int64_t, \"id\">");
    static_assert(Name.size() > 0, "pgmodel: a placeholder has a name: pgmodel::arg<std::int64_t, \"id\">");
    static constexpr bool value = true;
};

template <class T, fixed_string Name>
struct argument : members<argument<T, Name>> {
    static_assert(argument_type<Name, T>::value);
    using value_type = unwrapped<T>;
    static constexpr bool nullable = is_optional<T>;
    static constexpr bool constant = false;
    static constexpr int precedence = level::primary;
    template <class Tables>
    using stranger = std::conditional_t<refuses_arguments<Tables>, argument, void>;
    template <class Nulls>
    static constexpr bool null_in = false;

    template <class Out>
    static constexpr void write(Out& out, const argument*) {
        if constexpr (requires { out.template argument<T>(Name.view()); }) out.template argument<T>(Name.view());
    }
    template <class F>
    constexpr void visit(F& f) const {
        f.template argument<T, Name>();
    }
};

template <class T>
inline constexpr bool is_argument = false;
template <class T, fixed_string Name>
inline constexpr bool is_argument<argument<T, Name>> = true;

}  // namespace detail

/// A placeholder for a value that is given when the statement runs: `db.all(query, pg::bind<"name">(value))`. One name
/// is one parameter, however often it stands in the statement. `std::optional<T>` takes NULL too, which `==` never
/// finds.
template <class T, fixed_string Name>
inline constexpr detail::argument<T, Name> arg{};

}  // namespace pgmodel
