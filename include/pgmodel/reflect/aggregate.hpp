// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Can this struct be reflected? Asked before Boost.PFR is instantiated, so that the first error is our sentence.
#pragma once

#include <pgmodel/reflect/braces.hpp>

#include <boost/pfr/tuple_size.hpp>

#include <concepts>
#include <cstddef>
#include <type_traits>
#include <utility>

namespace pgmodel::detail {

/// The most fields that the installed Boost.PFR can handle.
#ifdef BOOST_PFR_CORE_NAME_ENABLED
inline constexpr std::size_t most_fields = 200;
#else
inline constexpr std::size_t most_fields = 100;
#endif

/// Converts to the base classes of `T` and to nothing else: `T{base_probe<T>{}}` is well-formed only if `T` has a base.
template <class T>
struct base_probe {
    template <class Base>
        requires(std::is_base_of_v<Base, T> && !std::same_as<Base, T>)
    operator Base() const;
};

struct any_value {
    template <class T>
    operator T&() const noexcept;
    template <class T>
    operator T&&() const noexcept;
};

template <class T, class Indices>
inline constexpr bool takes_values = false;
template <class T, std::size_t... I>
inline constexpr bool takes_values<T, std::index_sequence<I...>> =
    requires { T{(static_cast<void>(I), any_value{})...}; };

/// How many values `T{...}` takes: its fields, or more when one of them is an array.
template <class T, std::size_t N = 0>
constexpr std::size_t count_values() {
    if constexpr (takes_values<T, std::make_index_sequence<N + 1>>)
        return count_values<T, N + 1>();
    else
        return N;
}

/// Instantiating it reports the first reason why `T` cannot be a model; its value is the number of fields.
template <class T>
struct aggregate_fields {
    static_assert(std::is_class_v<T>, "pgmodel: a model must be a struct");
    static_assert(std::is_aggregate_v<T>,
                  "pgmodel: this struct is not an aggregate, so its fields cannot be seen; remove its constructors, "
                  "virtual functions, and private or protected fields");

    static constexpr std::size_t check() {
        if constexpr (!std::is_aggregate_v<T>) {
            return 0;
        } else if constexpr (requires { T{base_probe<T>{}}; }) {
            static_assert(!std::is_class_v<T>,
                          "pgmodel: this struct has a base class; move the fields of the base into the struct");
            return 0;
        } else if constexpr (!requires { T{}; }) {
            static_assert(!std::is_class_v<T>,
                          "pgmodel: this struct has a field that is a reference or has no default value; a model holds "
                          "values that can be made from {}");
            return 0;
        } else {
            constexpr std::size_t values = count_values<T>();
            static_assert(values > 0, "pgmodel: this struct has no fields");
            static_assert(values <= most_fields,
                          "pgmodel: this struct has more fields than the installed Boost.PFR can see (100 with Boost "
                          "1.81 to 1.83, 200 with later ones); split the table or the struct");
            static_assert(braces<values>::template fit<T>,
                          "pgmodel: this struct has a C array; use std::string, pgmodel::varchar<N> or std::vector");
            return values > most_fields || !braces<values>::template fit<T> ? 0 : values;
        }
    }
    static constexpr std::size_t value = check();
};

}  // namespace pgmodel::detail
