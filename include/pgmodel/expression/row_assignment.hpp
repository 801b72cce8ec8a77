// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Several columns from one query: `pg::row(col<&t::a>, col<&t::b>) = pg::select(...)`.
#pragma once

#include <pgmodel/expression/assignment.hpp>
#include <pgmodel/expression/key_list.hpp>
#include <pgmodel/expression/row_items.hpp>
#include <pgmodel/expression/subquery.hpp>

namespace pgmodel::detail {

/// `(select ...)` of as many columns as a row has places.
template <class Query>
struct row_query {
    static constexpr bool constant = Query::constant;
    static constexpr bool aggregate = false;
    static constexpr bool windowed = false;
    static constexpr int special = 0;
    static constexpr bool dynamic = Query::dynamic;
    static_assert(nested_query<Query>::value);
    template <class Tables>
    using stranger = typename Query::template stranger<Tables>;

    [[no_unique_address]] Query query;

    template <class Out>
    static constexpr void write(Out& out, const row_query* self) {
        out.append("(");
        Query::write(out, part_of(self, &row_query::query));
        out.append(")");
    }
    template <class F>
    constexpr void visit(F& f) const {
        query.visit(f);
    }
};

template <class Target, class Column>
struct row_place {
    using column = unwrapped<Column>;
    static constexpr bool fits = assigns<column, typename Target::value_type>();
    static_assert(fits,
                  "pgmodel: a column of this query has another type than the column that it is given to; cast it");
    static_assert(target_of<Target>::holds_null || !is_optional<Column>,
                  "pgmodel: a column of this query can be NULL, and the column that it is given to cannot; say "
                  "pgmodel::coalesce(...), "
                  "or make its field optional");
    static_assert(keeps_elements<column, typename Target::value_type>::value);
    static constexpr bool value = true;
};
template <class Row, class Columns>
struct row_places {
    static constexpr bool value = std::is_void_v<Row>;
    static_assert(value, "pgmodel: pgmodel::row(...) of columns takes a query that selects as many expressions");
};
template <class... Targets, class... Columns>
    requires(sizeof...(Targets) == sizeof...(Columns))
struct row_places<row_value<Targets...>, std::tuple<Columns...>> {
    static constexpr bool value = (row_place<Targets, Columns>::value && ...);
};

/// `(a, b) = (select ...)`.
template <class... Targets, class Query>
struct assignment<row_value<Targets...>, row_query<Query>> : assignment_tag {
    using target_type = row_value<Targets...>;
    using column_type = void;
    using assigned_type = row_query<Query>;
    static constexpr bool constant = Query::constant;
    static constexpr bool aggregate = false;
    static constexpr bool windowed = false;
    static constexpr int special = 0;
    static constexpr bool dynamic = Query::dynamic;
    template <class Tables>
    using stranger = typename first_stranger<typename Targets::template stranger<Tables>...,
                                             typename Query::template stranger<Tables>>::type;

    [[no_unique_address]] row_query<Query> given;

    template <class Out>
    static constexpr void write(Out& out, const assignment* self) {
        row_query<Query>::write(out, part_of(self, &assignment::given));
    }
    template <class F>
    constexpr void visit(F& f) const {
        given.visit(f);
    }
};

/// Single values are given to single columns.
template <class Query, class... Targets>
struct assigned_row {
    static constexpr bool value = query<Query> && (assignable<Targets>::value && ...);
    static_assert(value, "pgmodel: pgmodel::row(...) of columns takes a query; give single values to single columns");
};
template <class... Targets>
struct assignment_maker<row_value<Targets...>> {
    template <class Query>
    static constexpr auto make(const row_value<Targets...>&, Query&& query) {
        using value = std::remove_cvref_t<Query>;
        if constexpr (assigned_row<value, Targets...>::value) {
            static_assert(row_places<row_value<Targets...>, typename value::row>::value);
            return assignment<row_value<Targets...>, row_query<value>>{{}, {static_cast<Query&&>(query)}};
        } else {
            return refused<value>{};
        }
    }
};

}  // namespace pgmodel::detail
