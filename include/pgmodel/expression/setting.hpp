// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Settings of the session, such as the tenant that a policy looks at. `#include <pgmodel/expression/setting.hpp>`
#pragma once

#include <pgmodel/expression/cast.hpp>
#include <pgmodel/expression/conditional.hpp>
#include <pgmodel/expression/functions.hpp>

#include <string>

namespace pgmodel {
namespace detail {

template <class First, class... More>
inline constexpr bool is_included<"setting", First, More...> = true;

}  // namespace detail

/// `current_setting('app.tenant')` as a value of this type: `pg::setting<std::int64_t, "app.tenant">()`; an error of
/// the server (42704) where nothing has set it. Of a `std::optional` NULL, also after a transaction for which it was
/// set: there PostgreSQL leaves an empty text behind. A transaction sets it by `select set_config('app.tenant', $1,
/// true)`.
template <class T, fixed_string Name>
constexpr auto setting() {
    using namespace detail;
    using value = unwrapped<T>;
    using name = std::remove_const_t<decltype(lit<Name>)>;
    const auto text = [] {
        if constexpr (is_optional<T>)
            return nullif(call<"current_setting(", ", true)", std::string, can_be_null, name>(name{}), lit<"">);
        else return call<"current_setting(", ")", std::string, 0, name>(name{});
    }();
    if constexpr (kind_of<value>() == kind::text && !ignores_case<value>()) return text;
    else return cast<value>(text);
}

}  // namespace pgmodel
