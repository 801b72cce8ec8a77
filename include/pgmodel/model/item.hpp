// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What may stand in a table's declaration.
#pragma once

#include <pgmodel/core/never.hpp>
#include <pgmodel/core/tagged.hpp>

#include <cstddef>

namespace pgmodel::detail {

/// The base of everything that `pgmodel::table(...)` takes.
struct item_tag {};

/// What other libraries say of a field.
struct misused_field : item_tag {
    template <class Given>
    constexpr auto operator==(const Given&) const {
        static_assert(sizeof(Given*) == 0, "pgmodel: field<> is for what a table says of its fields; conditions take "
                                           "pgmodel::col<&model::field>");
    }
    template <class Given>
    constexpr auto operator<=>(const Given& given) const {
        return *this == given;
    }
    template <class... Given>
    constexpr auto not_null(const Given&...) const {
        static_assert(never<Given...>,
                      "pgmodel: a field is NOT NULL unless its type is std::optional; take not_null() away");
    }
    template <class... Given>
    constexpr auto nullable(const Given&...) const {
        static_assert(never<Given...>,
                      "pgmodel: a field can be NULL if its type is std::optional, and only then; take nullable() away");
    }
    template <class... Given>
    constexpr auto check(const Given&...) const {
        static_assert(never<Given...>,
                      "pgmodel: a check stands beside the fields, in pgmodel::table(): pgmodel::check(col<...> > 0)");
    }
    template <class... Given>
    constexpr auto autoincrement(const Given&...) const {
        static_assert(never<Given...>, "pgmodel: what the server numbers is an identity: .primary_key().identity()");
    }
    template <class... Given>
    constexpr auto default_value(const Given&...) const {
        static_assert(never<Given...>,
                      "pgmodel: what the program gives is the field's initialiser; what the server gives is said by "
                      "server_default()");
    }
    template <class... Given>
    constexpr auto embedded(const Given&...) const {
        static_assert(
            never<Given...>,
            "pgmodel: that a field is an embedded struct is said by pgmodel::embedded<&model::field> instead");
    }
    template <class... Given>
    constexpr auto foreign_key(const Given&...) const {
        static_assert(never<Given...>,
                      "pgmodel: a foreign key of one field is .references(pgmodel::col<&other::id>); of several it "
                      "stands beside the fields: pgmodel::foreign_key(...).references(...)");
    }
};
template <class T>
concept declaration_item = tagged<T, item_tag>;

/// The base of what belongs to a table or view beside it: triggers, policies, grants (see <pgmodel/objects.hpp>).
struct object_tag : item_tag {};

struct nothing_said {};

/// The base of what says how a table, or a partition, is partitioned.
struct partitioning_tag {};
template <class T>
concept partitioning_declaration = tagged<T, partitioning_tag>;

}  // namespace pgmodel::detail
