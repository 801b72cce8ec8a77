// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The models of an application: what create_all makes and drop_all drops, and how their constraints are named.
#pragma once

#include <pgmodel/model/checks.hpp>

namespace pgmodel {

/// How constraints and indexes without a name of their own are called. Each pattern may hold {table}, {columns} (joined
/// by _), and {referred_table}; an empty pattern means PostgreSQL's own convention (users_pkey, users_email_key,
/// users_email_idx, orders_user_id_fkey, users_age_check,
/// bookings_room_excl).
struct naming_convention {
    std::string_view primary_key{};
    std::string_view unique{};
    std::string_view foreign_key{};
    std::string_view check{};
    std::string_view index{};
    std::string_view exclusion{};
};

namespace detail {

/// T is no model but says what belongs to none (see <pgmodel/objects.hpp>).
template <class T>
concept describes_objects = requires { typename decltype(T::objects())::object_items; };
template <class T>
struct checked_objects;
template <class T>
using checked_entry = std::conditional_t<describes_objects<T>, checked_objects<T>, checked_model<T>>;

}  // namespace detail

/// A list of models, in any order, and of structs that say what belongs to none (see <pgmodel/objects.hpp>); every mistake
/// in one of them is reported where the registry is defined.
template <class... Models>
struct registry {
    static_assert((detail::checked_entry<Models>::value && ... && true));

    naming_convention naming{};
};

}  // namespace pgmodel
