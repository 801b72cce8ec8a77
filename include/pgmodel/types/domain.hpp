// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A struct with one member that is a domain of PostgreSQL: a type of its own in C++, the member's type with checks on
// the server. What it says of itself is in <pgmodel/model/domain.hpp>; here is how its values travel.
#pragma once

#include <pgmodel/core/identifier.hpp>
#include <pgmodel/reflect/fields.hpp>
#include <pgmodel/types/wrapped.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace pgmodel {

/// Specialise this, before anything uses the struct, to describe a domain from outside it.
template <class T>
struct domain_of {};

namespace detail {

template <class T>
concept describes_domain = requires { typename decltype(T::domain())::domain_checks; };
template <class T>
concept domain_described_outside = requires { typename decltype(domain_of<T>::domain())::domain_checks; };
template <class T>
concept domain_struct = describes_domain<T> || domain_described_outside<T>;

template <domain_struct T>
constexpr auto declare_domain() {
    if constexpr (describes_domain<T>) return T::domain();
    else return domain_of<T>::domain();
}

/// The type of the struct's one member; what is wrong with it is told where the domain is described.
template <class T>
using domain_base = field_type<0, T>;

/// What a domain or a type of two lines is made of in the end; any other type itself.
template <class T>
struct domain_root_of {
    using type = T;
};
template <domain_struct T>
struct domain_root_of<T> : domain_root_of<domain_base<T>> {};
template <class T>
    requires(!domain_struct<T> && requires { &codec<T>::unwrap; })
struct domain_root_of<T> : domain_root_of<typename codec<T>::value> {};
template <class T>
using domain_root = typename domain_root_of<T>::type;

/// A domain's name, and that of its arrays.
template <class T>
struct domain_name {
    static constexpr auto schema = declare_domain<T>().schema;
    static constexpr auto name = declare_domain<T>().name;
    static constexpr std::size_t longest = longest_qualified(schema, name);
    static constexpr auto sql_name = qualified_identifier<longest>(schema, name);
    static constexpr auto sql_array_name = qualified_identifier<longest>(schema, name, true);
};

}  // namespace detail

/// Values travel as those of the member's type, and the server says of a column that it has that type. Only within
/// arrays and composites the domain has a number of its own.
template <detail::domain_struct T>
struct codec<T> : detail::wrapped_width<detail::domain_base<T>>,
                  detail::inner_codec<codec<T>, T, detail::domain_base<T>> {
    using value = detail::domain_base<T>;
    using domain = T;

    static constexpr type_ref element_type{0, detail::domain_name<T>::sql_name.view()};
    static constexpr type_ref array_type{0, detail::domain_name<T>::sql_array_name.view()};
    static constexpr std::string_view declared = element_type.name;
    static constexpr const value& unwrap(const T& outer) { return detail::get_field<0>(outer); }
};

}  // namespace pgmodel
