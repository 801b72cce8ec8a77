// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What a foreign key points to and what happens when the other row goes or changes.
#pragma once

#include <pgmodel/expression/expression.hpp>
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
        if constexpr (sizeof...(M) > 0) return on_delete_columns{action, places_of_one<M...>::value};
    }
};
struct on_update_option {
    referential_action action;
};

/// Said where a foreign key and its target have different types.
struct of_another_type_option {};
template <class... Options>
inline constexpr bool says_another_type = (std::is_same_v<Options, of_another_type_option> || ... || false);

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
    constexpr void set(of_another_type_option) {}
};

template <class T>
struct model_tag {
    static_assert(std::is_class_v<T>, "pgmodel: a model is a struct: pgmodel::model<article>");
    using type = T;
};

/// What a foreign key cannot refer to.
template <class... Given>
struct referable {
    static_assert(never<Given...>,
                  "pgmodel: references() takes a column or a model: references(pgmodel::col<&other::id>), "
                  "references(pgmodel::model<other>)");
    static constexpr bool value = true;
};
/// The columns of another table, by member pointers.
template <auto... M>
struct referred_columns {};
/// The primary key of another table; its types may be others than the foreign key's where that is said.
template <class T, bool OfAnotherType = false>
struct referred_key {};

/// May a foreign key of type `From` reference a column of type `To`? What differs must be said.
template <bool OfAnotherType, class From, class To>
inline constexpr bool may_refer = OfAnotherType || std::is_same_v<From, To>;
/// Can PostgreSQL compare them?
template <bool OfAnotherType, class From, class To>
inline constexpr bool can_refer =
    !OfAnotherType || std::is_same_v<From, To> ||
    (kind_of<From>() == kind_of<To>() && (kind_of<From>() == kind::integer || kind_of<From>() == kind::text));

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
/// Says that a foreign key has another type than the column that it references, as in schemas that are there already: a
/// `smallint` that references an `integer`, a `varchar(10)` that references a `text`.
inline constexpr detail::of_another_type_option of_another_type{};

}  // namespace pgmodel
