// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What a foreign key points to and what happens when the other row goes or changes.
#pragma once

#include <pgmodel/expression/column.hpp>

#include <cstdint>

namespace pgmodel {

/// What PostgreSQL does with a referring row (manual, CREATE TABLE, REFERENCES).
enum class referential_action : std::uint8_t { no_action, restrict_, cascade, set_null, set_default };

namespace detail {

struct on_delete_option {
    referential_action action;
};
struct on_update_option {
    referential_action action;
};

struct reference_actions {
    referential_action on_delete = referential_action::no_action;
    referential_action on_update = referential_action::no_action;

    constexpr void set(on_delete_option o) { on_delete = o.action; }
    constexpr void set(on_update_option o) { on_update = o.action; }
};

template <class T>
struct model_tag {
    using type = T;
};

/// The columns of another table, by member pointers.
template <auto... M>
struct referred_columns {};
/// The primary key of another table.
template <class T>
struct referred_key {};

}  // namespace detail

/// A model as a value: `.references(pg::model<author>)`, `.from(pg::model<author>)`; `T` may be incomplete.
template <class T>
inline constexpr detail::model_tag<T> model{};

inline constexpr detail::on_delete_option on_delete_cascade{referential_action::cascade};
inline constexpr detail::on_delete_option on_delete_restrict{referential_action::restrict_};
inline constexpr detail::on_delete_option on_delete_set_null{referential_action::set_null};
inline constexpr detail::on_delete_option on_delete_set_default{referential_action::set_default};
inline constexpr detail::on_update_option on_update_cascade{referential_action::cascade};
inline constexpr detail::on_update_option on_update_restrict{referential_action::restrict_};
inline constexpr detail::on_update_option on_update_set_null{referential_action::set_null};
inline constexpr detail::on_update_option on_update_set_default{referential_action::set_default};

}  // namespace pgmodel
