// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Queries inside expressions. They may speak of the tables of the query around them. `x.in(query)` is a member of every
// expression; `pg::subquery(query)` stands in FROM.
#pragma once

#include <pgmodel/expression/functions.hpp>
#include <pgmodel/expression/quantified.hpp>
#include <pgmodel/query/counting.hpp>

namespace pgmodel {
namespace detail {

/// `exists (select from ...)`: what is selected does not matter, so nothing is where that can be said.
template <class Query>
struct exists_query : members<exists_query<Query>> {
    using value_type = bool;
    static constexpr bool nullable = false;
    static constexpr bool constant = Query::constant;
    static constexpr bool dynamic = Query::dynamic;
    static constexpr int precedence = level::primary;
    static_assert(nested_query<Query>::value);

    template <class Tables>
    using stranger = typename stranger_in_query<Tables, exists_query, Query>::type;
    template <class Nulls>
    static constexpr bool null_in = false;

    [[no_unique_address]] Query query;

    constexpr explicit exists_query(Query q) : query(std::move(q)) {}

    template <class Out>
    static constexpr void write(Out& out, const exists_query* self) {
        out.append("exists (");
        Query::write(out, self ? &self->query : nullptr, form_for_rows<Query>());
        out.append(")");
    }
    template <class F>
    constexpr void visit(F& f) const {
        query.visit(f);
    }
};

/// `any (select ...)`, on the right of a comparison.
template <fixed_string Before, class Query>
struct quantified_query : operators::quantified_tag {
    using quantified_element = typename Query::value_type;
    static constexpr bool nullable = Query::nullable;
    static constexpr bool constant = Query::constant;
    static constexpr bool aggregate = false;
    static constexpr bool dynamic = Query::dynamic;
    static constexpr bool windowed = false;
    static constexpr int special = 0;
    static constexpr int precedence = level::primary;
    static_assert(single_column<Query>::value);
    static_assert(nested_query<Query>::value);
    template <class Tables>
    using stranger = typename stranger_in_query<Tables, quantified_query, Query>::type;
    template <class Nulls>
    static constexpr bool null_in = false;

    [[no_unique_address]] Query query;

    template <class Out>
    static constexpr void write(Out& out, const quantified_query* self) {
        out.append(Before.view());
        Query::write(out, self ? &self->query : nullptr);
        out.append(")");
    }
    template <class F>
    constexpr void visit(F& f) const {
        query.visit(f);
    }
};

template <class Query>
struct inner_query {
    static constexpr bool value = query<Query>;
    static_assert(value, "pgmodel: exists() and scalar() take a query, such as pgmodel::select(...)");
};
template <fixed_string Before, class Value, bool Nullable, class Query>
constexpr auto make_query_value(Query query) {
    static_assert(single_column<Query>::value);
    static_assert(nested_query<Query>::value);
    return query_value<Before, ")", Value, Nullable, Query>(std::move(query));
}

}  // namespace detail

/// `(SELECT ...)` as a value: of one column and at most one row (more are an error, 21000); NULL when there is none.
template <class Query>
constexpr auto scalar(Query query) {
    if constexpr (!detail::inner_query<Query>::value) return lit<true>;
    else
        return detail::make_query_value < "(", typename Query::value_type,
               Query::nullable || !Query::one_row > (std::move(query));
}
/// `EXISTS (SELECT ...)`: does it find a row? `!pg::exists(...)` is NOT EXISTS.
template <detail::query Query>
constexpr auto exists(Query query) {
    return detail::exists_query<Query>(std::move(query));
}
template <class Never = void>
constexpr auto exists(detail::anything) {
    static_assert(detail::inner_query<Never>::value);
    return lit<true>;
}
template <class Never = void>
constexpr auto exists() {
    static_assert(detail::inner_query<Never>::value);
    return lit<true>;
}
/// `x = ANY (SELECT ...)`: for one row of the query or more; `x > ALL (SELECT ...)`: for all of them.
template <detail::query Query>
constexpr auto any(Query&& query) {
    return detail::quantified_query<"any (", std::remove_cvref_t<Query>>{{}, std::forward<Query>(query)};
}
template <detail::query Query>
constexpr auto all(Query&& query) {
    return detail::quantified_query<"all (", std::remove_cvref_t<Query>>{{}, std::forward<Query>(query)};
}
/// `ARRAY (SELECT ...)`: the values of its rows as one array, in its order.
template <detail::query Query>
constexpr auto array(Query query) {
    return detail::make_query_value<"array(", std::vector<typename Query::row>, false>(std::move(query));
}

}  // namespace pgmodel
