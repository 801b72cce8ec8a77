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

template <class... Given>
constexpr auto named_so(const Given&...) {
    static_assert(never<Given...>, "pgmodel: names are said by .named(\"...\")");
}

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
    auto not_null(auto... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: a field is NOT NULL unless its type is std::optional; take not_null() away");
    }
    auto nullable(auto... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: a field can be NULL if its type is std::optional, and only then; take nullable() away");
    }
    auto nulls_not_distinct(auto... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: this is said of a unique column: .unique(pgmodel::nulls_not_distinct)");
    }
    auto check(auto... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: a check stands beside the fields, in pgmodel::table(): pgmodel::check(col<...> > 0)");
    }
    auto autoincrement(auto... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: what the server numbers is an identity: .primary_key().identity()");
    }
    auto auto_increment(auto... given) const { return autoincrement(given...); }
    auto default_value(auto... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: what the program gives is the field's initialiser; what the server gives is said by "
                      "server_default()");
    }
    auto default_(auto... given) const { return default_value(given...); }
    auto on_delete(auto... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: what becomes of a foreign key is said with it: .references(pgmodel::model<other>, "
                      "pgmodel::on_delete_cascade); what an update sets is .set_on_update(pgmodel::now())");
    }
    auto on_delete_cascade(auto... given) const { return on_delete(given...); }
    auto onupdate(auto... given) const { return on_delete(given...); }
    auto length(auto... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: the type of a column is that of the field: pgmodel::varchar<50>, "
                      "pgmodel::numeric<10, 2>; another name of it is .type(pgmodel::sql<\"...\">)");
    }
    auto name(auto... given) const { return named_so(given...); }
    auto relationship(auto... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: a foreign key is a field: .references(pgmodel::model<other>); the rows "
                      "that belong together are read by a query");
    }
    auto embedded(auto... given) const {
        static_assert(
            never<decltype(given)...>,
            "pgmodel: that a field is an embedded struct is said by pgmodel::embedded<&model::field> instead");
    }
    auto foreign_key(auto... given) const {
        static_assert(never<decltype(given)...>,
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
