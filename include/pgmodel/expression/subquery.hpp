// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A query inside an expression. What a query must have for it: `checks` (whose value says that it is in order),
// `constant`, `width` (how many columns), `value_type` and `nullable` of a single column, `stranger<Tables>` (a column
// that is neither of its own tables nor of `Tables`), write(out, const Query*) and visit(f).
#pragma once

#include <pgmodel/expression/nodes.hpp>
#include <pgmodel/expression/server_type.hpp>

#include <tuple>

namespace pgmodel::detail {

struct query_tag {};
template <class T>
concept query = tagged<T, query_tag>;

/// Has it a statement in its WITH that changes rows?
template <class Query>
inline constexpr bool changes_in_with = false;
template <class Query>
    requires requires { Query::with_type::changes; }
inline constexpr bool changes_in_with<Query> = Query::with_type::changes;

template <class Query>
inline constexpr bool joins_queries = requires { typename Query::left_type; };
/// Are the aggregates of a query of its own groups? See aggregate_level.hpp.
template <class Query>
struct own_aggregates : std::true_type {};

/// A query, or a statement that changes rows, inside another.
template <class Query>
struct nested_query {
    static_assert(std::conditional_t<joins_queries<Query>, own_aggregates<Query>, std::true_type>::value);
    static_assert(Query::checks::value);
    static_assert(own_aggregates<Query>::value);
    static_assert(!changes_in_with<Query>,
                  "pgmodel: a statement that changes rows has its place in the WITH of the outermost statement only; "
                  "move it there");
    static constexpr bool value = true;
};

/// Scopes in which a query is a stranger: tables' declarations.
template <class Tables>
inline constexpr bool refuses_queries = false;
struct query_in_expression {};
template <class Tables, class Node, class... Parts>
struct stranger_in_query : stranger_in_parts<Tables, Node, Parts...> {};
template <class Tables, class Node, class... Parts>
    requires(refuses_queries<Tables>)
struct stranger_in_query<Tables, Node, Parts...> {
    using type = query_in_expression;
};

template <class Query>
struct single_column {
    static_assert(Query::width == 1,
                  "pgmodel: a subquery that stands for a value, or for a list of values, has one column; "
                  "select one expression");
    static constexpr bool value = Query::width == 1;
};

/// `(a, b)` before IN.
template <class... Items>
struct row_operand : call<"(", ")", bool, (Items::nullable || ...) ? can_be_null : 0, Items...> {
    using call<"(", ")", bool, (Items::nullable || ...) ? can_be_null : 0, Items...>::call;
};
/// What IN asks of its query: one column, or as many as the row before it has.
template <class Left, class Query>
struct looked_in : single_column<Query> {
    static_assert(compared_type<typename Left::value_type, comparison::by_equality>::value);
    static constexpr bool nullable = Query::nullable;
    static constexpr bool same_types = [] {
        if constexpr (Query::width == 1) return comparable<typename Left::value_type, typename Query::value_type>();
        else return true;
    }();
};
template <class... Items, class Query>
struct looked_in<row_operand<Items...>, Query> {
    static_assert((compared_type<typename Items::value_type, comparison::by_parts>::value && ...));
    template <class Row>
    struct columns {
        static constexpr bool tuple = false, nullable = false, same_types = true;
    };
    template <class... Columns>
    struct columns<std::tuple<Columns...>> {
        static constexpr bool tuple = true;
        static constexpr bool nullable = (is_optional<Columns> || ...);
        static constexpr bool same_types = [] {
            if constexpr (sizeof...(Columns) == sizeof...(Items))
                return (comparable<typename Items::value_type, unwrapped<Columns>>() && ...);
            else return true;
        }();
    };
    using given = columns<typename Query::row>;
    static constexpr bool nullable = given::nullable, same_types = given::same_types;
    static constexpr bool value = Query::width == sizeof...(Items) && given::tuple;
    static_assert(value,
                  "pgmodel: a row is looked for in a query that selects as many expressions, without .into<...>()");
};

/// `left in (select ...)`.
template <fixed_string Operator, class Left, class Query>
struct in_query : members<in_query<Operator, Left, Query>> {
    using value_type = bool;
    using inside = looked_in<Left, Query>;
    static constexpr bool nullable = Left::nullable || inside::nullable;
    static constexpr bool constant = Left::constant && Query::constant;
    static constexpr bool aggregate = Left::aggregate;
    static constexpr bool windowed = Left::windowed;
    static constexpr int special = Left::special;
    static constexpr bool dynamic = Left::dynamic || Query::dynamic;
    static constexpr int precedence = level::like;

    static_assert(inside::value);
    static_assert(nested_query<Query>::value);
    static_assert(inside::same_types, "pgmodel: in() takes a query of values that can be compared with what stands "
                                      "before it; this one has another type");
    static_assert(Operator.view() != " not in (" || !inside::nullable,
                  "pgmodel: not_in() of a query that can give NULL finds nothing as soon as it does; use "
                  "!pgmodel::exists(...), or pgmodel::coalesce in the query");

    template <class Tables>
    using stranger = typename stranger_in_query<Tables, in_query, Left, Query>::type;
    template <class Nulls>
    static constexpr bool null_in = null_in_query<Left, Nulls>();

    [[no_unique_address]] Left left;
    [[no_unique_address]] Query query;

    constexpr in_query(Left l, Query q) : left(std::move(l)), query(std::move(q)) {}

    template <class Out>
    static constexpr void write(Out& out, const in_query* self) {
        write_part<level::like + 1>(out, self ? &self->left : nullptr);
        out.append(Operator.view());
        Query::write(out, self ? &self->query : nullptr);
        out.append(")");
    }
    template <class F>
    constexpr void visit(F& f) const {
        left.visit(f);
        query.visit(f);
    }
};

/// `Before select ... After`: a scalar subquery, EXISTS, ARRAY, and what ANY and ALL take.
template <fixed_string Before, fixed_string After, class Value, bool Nullable, class Query>
struct query_value : members<query_value<Before, After, Value, Nullable, Query>> {
    using value_type = Value;
    static constexpr bool nullable = Nullable;
    static constexpr bool constant = Query::constant;
    static constexpr bool dynamic = Query::dynamic;
    static constexpr int precedence = level::primary;

    template <class Tables>
    using stranger = typename stranger_in_query<Tables, query_value, Query>::type;
    template <class Nulls>
    static constexpr bool null_in = false;

    [[no_unique_address]] Query query;

    constexpr explicit query_value(Query q) : query(std::move(q)) {}

    template <class Out>
    static constexpr void write(Out& out, const query_value* self) {
        out.append(Before.view());
        Query::write(out, self ? &self->query : nullptr);
        out.append(After.view());
    }
    template <class F>
    constexpr void visit(F& f) const {
        query.visit(f);
    }
};

}  // namespace pgmodel::detail
