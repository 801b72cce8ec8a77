// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Many to many: the rows of a table between two others are made what a list says. Not part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/query/crud.hpp>
#include <pgmodel/types/array.hpp>
#include <pgmodel/types/integer.hpp>

#include <cstdint>
#include <type_traits>
#include <vector>

namespace pgmodel {

/// What `db.set_links` has done.
struct link_counts {
    std::uint64_t inserted{};
    std::uint64_t removed{};
};

namespace detail {

template <auto From, auto To>
struct checked_links {
    using link = owner_of<From>;
    static constexpr bool one_model = std::is_same_v<link, owner_of<To>>;
    static_assert(one_model, "pgmodel: set_links() names two fields of one model, the table between two others");
    static constexpr bool marks = facts_of<link>.removals > 0;
    static_assert(!marks, "pgmodel: set_links() deletes the links that are not in the list, and this model marks its "
                          "removed rows with soft_delete(); insert and remove them yourself");
    static constexpr bool unique = [] {
        if constexpr (one_model) return is_unique_key<link, From, To>();
        else return true;
    }();
    static_assert(unique,
                  "pgmodel: the two fields of set_links() are a key together; declare pgmodel::primary_key(...) or "
                  "pgmodel::unique(...) of both");
    static constexpr bool complete = [] {
        const auto& facts = facts_of<link>;
        for (std::size_t i = 0; i < column_count<link>; ++i)
            if (i != column_place<From> && i != column_place<To> && facts.columns[i].stored() &&
                !facts.columns[i].nullable && !facts.columns[i].server_fills())
                return false;
        return true;
    }();
    static_assert(
        complete || !unique || !one_model || marks,
        "pgmodel: set_links() gives values to two columns, but this model has another that needs one; give that a "
        "server default, or insert the rows yourself");
    static constexpr bool value = one_model && unique && complete && !marks;
};

template <auto From, auto To, class Link = owner_of<From>>
struct set_links_statement {
    using link = Link;
    using from_type = unwrapped<column_type<column_place<From>, link>>;
    using to_type = unwrapped<column_type<column_place<To>, link>>;

    static constexpr void write(text_writer& out) {
        const column_facts& from = facts_of<link>.columns[column_place<From>];
        const column_facts& to = facts_of<link>.columns[column_place<To>];
        out.append("with pgmodel_gone as (delete from ");
        out.table<link>();
        out.append(" where ");
        out.name(from);
        out.append(" = ");
        out.parameter<from_type>();
        // A link to NULL is in no list.
        out.append(to.nullable ? " and (" : " and ");
        out.name(to);
        out.append(" <> all(");
        out.parameter<std::vector<to_type>>();
        out.append(to.nullable ? ")) is not false returning 1)" : ") returning 1)");
        out.append(", pgmodel_made as (insert into ");
        out.table<link>();
        out.append(" (");
        out.name(from);
        out.append(", ");
        out.name(to);
        // In one order, else those who insert the same for one key wait for each other.
        out.append(") select distinct $1, id from unnest($2) as r (id) order by id on conflict (");
        out.name(from);
        out.append(", ");
        out.name(to);
        out.append(") do nothing returning 1) select (select count(*) from pgmodel_made), (select count(*) from "
                   "pgmodel_gone)");
    }
};

}  // namespace detail
}  // namespace pgmodel
