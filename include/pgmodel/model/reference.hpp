// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What a foreign key points to and what happens when the other row goes or changes.
#pragma once

#include <pgmodel/model/column_places.hpp>

#include <cstdint>

namespace pgmodel {

/// What PostgreSQL does with a referring row (manual, CREATE TABLE, REFERENCES).
enum class referential_action : std::uint8_t { no_action, restrict_, cascade, set_null, set_default };

namespace detail {

struct on_delete_option {
    referential_action action;
};
struct on_delete_columns {
    referential_action action;
    column_places columns;
};
/// SET NULL and SET DEFAULT may name the columns that they set.
struct on_delete_setting : on_delete_option {
    template <auto... M>
    constexpr auto operator()(column<M>...) const {
        static_assert(sizeof...(M) > 0,
                      "pgmodel: name the columns that are set, or leave the parentheses out for all of them");
        if constexpr (sizeof...(M) > 0)
            return on_delete_columns{action, places_of_one<M...>::value};
    }
};
struct on_update_option {
    referential_action action;
};

struct reference_actions {
    referential_action on_delete = referential_action::no_action;
    referential_action on_update = referential_action::no_action;
    column_places set_columns{};  ///< that on_delete sets; none: all

    constexpr void set(on_delete_option o) { on_delete = o.action; }
    constexpr void set(const on_delete_columns& o) {
        on_delete = o.action;
        set_columns = o.columns;
    }
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
/// `ON DELETE SET NULL`; some of the key's columns only: `pg::on_delete_set_null(col<&t::b>)`.
inline constexpr detail::on_delete_setting on_delete_set_null{{referential_action::set_null}};
inline constexpr detail::on_delete_setting on_delete_set_default{{referential_action::set_default}};
inline constexpr detail::on_update_option on_update_cascade{referential_action::cascade};
inline constexpr detail::on_update_option on_update_restrict{referential_action::restrict_};
inline constexpr detail::on_update_option on_update_set_null{referential_action::set_null};
inline constexpr detail::on_update_option on_update_set_default{referential_action::set_default};

}  // namespace pgmodel
