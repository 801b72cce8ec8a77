// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// UNION, INTERSECT and EXCEPT of queries with matching rows. A member of every query makes one: `a.union_all(b)`.
#pragma once

#include <pgmodel/query/column_types.hpp>
#include <pgmodel/query/misused_calls.hpp>
#include <pgmodel/query/select_parts.hpp>

#include <utility>

namespace pgmodel::detail {

template <class List, class From, class Where, class Order, class Limit, class Offset, class Rare>
struct select_query;

/// A base of every query: what combines it with others.
template <class Query>
struct combined_query : query_tag, misused_query {
    /// `UNION`, `INTERSECT`, `EXCEPT`, whose rows are distinct, and with ALL; the queries select the same types. WITH
    /// before the first of them is before all: the others may read its queries, too.
    template <class... Other>
    constexpr auto union_(Other... other) const {
        return make_set<" union ", 1>(static_cast<const Query&>(*this), std::move(other)...);
    }
    template <class... Other>
    constexpr auto union_all(Other... other) const {
        return make_set<" union all ", 1>(static_cast<const Query&>(*this), std::move(other)...);
    }
    template <class... Other>
    constexpr auto intersect(Other... other) const {
        return make_set<" intersect ", 2>(static_cast<const Query&>(*this), std::move(other)...);
    }
    template <class... Other>
    constexpr auto intersect_all(Other... other) const {
        return make_set<" intersect all ", 2>(static_cast<const Query&>(*this), std::move(other)...);
    }
    template <class... Other>
    constexpr auto except(Other... other) const {
        return make_set<" except ", 1>(static_cast<const Query&>(*this), std::move(other)...);
    }
    template <class... Other>
    constexpr auto except_all(Other... other) const {
        return make_set<" except all ", 1>(static_cast<const Query&>(*this), std::move(other)...);
    }
};
/// With the struct that names the columns, if one does.
template <class List, class Query>
struct query_rows : combined_query<Query> {};
template <class List, class Query>
    requires requires { typename List::struct_row; }
struct query_rows<List, Query> : combined_query<Query> {
    using struct_row = typename List::struct_row;
};

/// The type of a column that comes from either query: it can be NULL if one of them can.
template <class Left, class Right>
struct merged_value {
    static constexpr bool value = std::is_same_v<unwrapped<Left>, unwrapped<Right>>;
    using type = std::conditional_t<is_optional<Left>, Left, Right>;
};
template <class Left, class Right>
struct merged_row : merged_value<Left, Right> {
    using reader = list_reader<typename merged_value<Left, Right>::type>;
};
template <class... Left, class... Right>
    requires(sizeof...(Left) == sizeof...(Right))
struct merged_row<std::tuple<Left...>, std::tuple<Right...>> {
    static constexpr bool value = (merged_value<Left, Right>::value && ...);
    using reader = row_reader<std::tuple<typename merged_value<Left, Right>::type...>>;
};
template <class Left, class Right, bool Same = std::is_same_v<typename Left::row, typename Right::row>>
struct set_reader {
    using merged = merged_row<typename Left::row, typename Right::row>;
    static_assert(Left::width == Right::width,
                  "pgmodel: the queries of a set operation select different numbers of columns");
    static_assert(
        Left::width != Right::width || merged::value,
        "pgmodel: the queries of a set operation select different types; column by column they must be the same, and "
        "structs the same struct");
    using type = typename merged::reader;
};
template <class Left, class Right>
struct set_reader<Left, Right, true> {
    using type = typename Left::reader;
};

/// Does ORDER BY of a query take the primary keys that an order of the run ends with?
template <class Query, class Order>
inline constexpr bool takes_keys = true;

/// Sorting a set operation: by output columns, which bear the names that the first query gives them.
template <class Set, class Key>
struct set_order {
    using key = typename sorted_expression<Key>::type;
    static constexpr bool named = [] {
        if constexpr (requires { typename key::owner; }) {
            if constexpr (requires { typename Set::struct_row; })
                if (std::is_same_v<typename key::owner, typename Set::struct_row>) return true;
            return Set::template shows<key>;
        } else {
            return false;
        }
    }();
    static_assert(
        named,
        "pgmodel: a set operation is ordered by columns that its first query selects under their own names, or by "
        "fields of the struct that its rows are");
    static constexpr bool value = true;
};
template <class Set, class Order>
struct set_orders : std::true_type {};
template <class Set, class... Keys>
struct set_orders<Set, key_list<Keys...>> {
    static constexpr bool value = (set_order<Set, Keys>::value && ...);
};
/// A query whose rows become rows of a set operation.
template <class Query>
struct set_operand : nested_query<Query> {};
template <class Query>
    requires requires { typename Query::lock_type; }
struct set_operand<Query> : nested_query<Query> {
    static_assert(!is_said<typename Query::lock_type>,
                  "pgmodel: for_update() and the like have no place in the queries of a set operation; lock the rows "
                  "in a subquery of its FROM");
};
template <class Set>
struct checked_set {
    static_assert(set_operand<typename Set::left_type>::value && set_operand<typename Set::right_type>::value);
    static_assert(apart_from_ctes<Set>::value);
    static_assert(
        std::conditional_t<Set::keeps_equals, std::true_type, told_columns<decltype(Set::column_types())>>::value,
        "pgmodel: PostgreSQL does not tell equal values of json, xml, points and the like from others, so of "
        "set operations only union_all() takes a column of that type; cast it to text");
    static_assert(set_orders<Set, typename Set::order_type>::value);
    static_assert(ties_in_order < !Set::with_ties || is_said < typename Set::order_type >> ::value);
    static constexpr bool value = true;
};

/// The queries of a set operation see its common table expressions, and what is around it.
template <class Set, class Outer, class... Counts>
struct set_stranger
    : first_stranger<typename stranger_among<query_scope<from_list<>, 0, typename Set::with_type, no_clause, Outer>,
                                             typename Set::left_type, typename Set::right_type, Counts...>::type,
                     typename Set::with_type::template stranger<Outer>> {};

/// Refused: what is said of the queries of a set operation, not of the whole. Of locks see `set_operand`.
struct misused_set {
    template <int Never = 0>
    constexpr auto for_update() const {
        static_assert(Never > 0,
                      "pgmodel: rows of a set operation cannot be locked; lock those of subqueries in the FROM of its "
                      "queries");
    }
    template <int Never = 0>
    constexpr auto for_no_key_update() const {
        return for_update<Never>();
    }
    template <int Never = 0>
    constexpr auto for_share() const {
        return for_update<Never>();
    }
    template <int Never = 0>
    constexpr auto for_key_share() const {
        return for_update<Never>();
    }
    auto where(auto... given) const {
        static_assert(
            never<decltype(given)...>,
            "pgmodel: where(), joins and into() are said of each query of a set operation, or of a query around "
            "it: .from(pgmodel::subquery(query))");
    }
    template <class... Given>
    constexpr auto join(const Given&... given) const {
        return where(given...);
    }
    template <class Row>
    constexpr auto into() const {
        return where(static_cast<Row*>(nullptr));
    }
    template <int Never = 0>
    constexpr auto with_removed() const {
        static_assert(Never > 0, "pgmodel: with_removed() is said of each query of a set operation: "
                                 "a.with_removed().union_(b.with_removed())");
    }
};
/// `with ... left Word right order by ... limit ...`. `Level`: INTERSECT binds more tightly than UNION and EXCEPT.
template <fixed_string Word, int Level, class Left, class Right, class Order = no_clause, class Limit = no_clause,
          class Offset = no_clause, class With = no_clause>
struct set_query : query_rows<Left, set_query<Word, Level, Left, Right, Order, Limit, Offset, With>>, misused_set {
    using with_type = With;
    using left_type = Left;
    using right_type = Right;
    using order_type = Order;
    using tables = Left;
    using checks = checked_set<set_query>;
    using reader = typename set_reader<Left, Right>::type;
    using row = typename reader::row;
    static constexpr auto column_types() { return typename types_of_reader<reader>::type{}; }
    static constexpr const auto& column_names() { return Left::column_names(); }
    using value_type = unwrapped<row>;
    static constexpr std::size_t width = Left::width;
    static constexpr bool nullable = is_optional<row>;
    static constexpr bool limited = is_said<Limit> || is_said<Offset>;
    static constexpr bool with_ties = keeps_ties<Limit>;
    static constexpr bool constant = With::constant && Left::constant && Right::constant && Order::constant && !limited;
    static constexpr bool dynamic = is_dynamic<With>() || Left::dynamic || Right::dynamic || is_dynamic<Order>();
    static constexpr bool one_row = false;
    static constexpr bool keeps_equals = Word.view() == " union all ", leaves_out_equals = Word.view() == " union ";
    static constexpr int set_level = limited || is_said<Order> || is_said<With> ? 0 : Level;
    template <class Key>
    static constexpr bool shows = Left::template shows<Key>;
    template <class Outer>
    using stranger = typename set_stranger<set_query, Outer, Limit, Offset>::type;

    [[no_unique_address]] With ctes;
    [[no_unique_address]] Left left;
    [[no_unique_address]] Right right;
    [[no_unique_address]] Order order;
    [[no_unique_address]] Limit most;
    [[no_unique_address]] Offset skipped;

    /// `ORDER BY` of all rows together.
    template <class... Keys>
    constexpr auto order_by(Keys... keys) const {
        return set_query<Word, Level, Left, Right, order_list<Keys...>, Limit, Offset, With>{
            {}, {}, ctes, left, right, {{std::move(keys)...}}, most, skipped};
    }
    template <class... Rows>
    constexpr auto limit(Rows... rows) const {
        if constexpr (one_row_count<sizeof...(Rows)>::value) return limited_by<limit_clause<Rows>...>(rows...);
    }
    template <class... Rows>
    constexpr auto offset(Rows... rows) const {
        if constexpr (one_row_count<sizeof...(Rows)>::value) return skipping<offset_clause<Rows>...>(rows...);
    }
    /// `FETCH FIRST n ROWS WITH TIES`.
    template <class... Rows>
    constexpr auto fetch_with_ties(Rows... rows) const {
        if constexpr (one_row_count<sizeof...(Rows)>::value) return limited_by<ties_clause<Rows>...>(rows...);
    }
    template <class F>
    constexpr void visit(F& f) const {
        ctes.visit(f);
        left.visit(f);
        right.visit(f);
        order.visit(f);
        most.visit(f);
        skipped.visit(f);
    }
    static constexpr void write(text_writer& out, const set_query* self = nullptr, written = written::whole) {
        With::write(out, part_of(self, &set_query::ctes));
        write_operand<Level>(out, self ? &self->left : nullptr);
        out.append(Word.view());
        write_operand<Level + 1>(out, self ? &self->right : nullptr);
        const bool outer = out.qualified, outer_keyed = out.keyed;
        out.qualified = false;
        if constexpr (is_said<Order>) {
            out.append(" order by ");
            if constexpr (is_dynamic<Order>()) out.keyed = takes_keys<set_query, Order>;
            Order::write(out, self ? &self->order : nullptr);
        }
        if constexpr (is_said<Limit>) Limit::write(out, nullptr);
        if constexpr (is_said<Offset>) Offset::write(out, nullptr);
        out.qualified = outer;
        out.keyed = outer_keyed;
    }

    static constexpr query_text<set_query> sql{};

private:
    template <class New, class Rows>
    constexpr auto limited_by(Rows rows) const {
        return set_query<Word, Level, Left, Right, Order, New, Offset, With>{
            {}, {}, ctes, left, right, order, checked_count<New>(rows), skipped};
    }
    template <class New, class Rows>
    constexpr auto skipping(Rows rows) const {
        return set_query<Word, Level, Left, Right, Order, Limit, New, With>{
            {}, {}, ctes, left, right, order, most, checked_count<New>(rows)};
    }
    template <int Least, class Query>
    static constexpr void write_operand(text_writer& out, const Query* query) {
        if constexpr (Query::set_level < Least) out.append("(");
        Query::write(out, query);
        if constexpr (Query::set_level < Least) out.append(")");
    }
};

/// A query's WITH, and the query without it.
template <class List, class From, class Where, class Order, class Limit, class Offset, class With, class Distinct,
          class Group, class Having, class Windows, class Lock, bool Removed>
constexpr auto
split_with(const select_query<List, From, Where, Order, Limit, Offset,
                              rare_clauses<With, Distinct, Group, Having, Windows, Lock, Removed>>& query) {
    using no = no_clause;
    const auto& rare = query.rare;
    rare_clauses<no, Distinct, Group, Having, Windows, Lock, Removed> rest{
        {}, rare.unique, rare.group, rare.group_condition, rare.windows, rare.lock};
    return std::pair(
        rare.ctes,
        select_query<List, From, Where, Order, Limit, Offset, decltype(rest)>{
            {}, query.list, query.sources, query.condition, query.order, query.most, query.skipped, std::move(rest)});
}
template <fixed_string Word, int Level, class Left, class Right, class Order, class Limit, class Offset, class With>
constexpr auto split_with(const set_query<Word, Level, Left, Right, Order, Limit, Offset, With>& query) {
    return std::pair(query.ctes, set_query<Word, Level, Left, Right, Order, Limit, Offset>{
                                     {}, {}, {}, query.left, query.right, query.order, query.most, query.skipped});
}

template <std::size_t Given>
struct one_other_query {
    static_assert(Given == 1, "pgmodel: union_(), intersect() and except() take one other query each: "
                              "a.union_(b).union_(c)");
    static constexpr bool value = true;
};
template <fixed_string Word, int Level, class Left, class... Others>
constexpr auto make_set(const Left& left, const Others&...) {
    static_assert(one_other_query<sizeof...(Others)>::value);
    return left;
}
template <fixed_string Word, int Level, class Left, class Right>
constexpr auto make_set(const Left& left, Right right) {
    static_assert(query<Right>, "pgmodel: a set operation takes another query, such as pgmodel::select(...)");
    if constexpr (!query<Right>) {
        return left;
    } else if constexpr (is_said<typename Left::with_type>) {
        // Before the first query WITH stands before all, as in SQL.
        using no = no_clause;
        auto [ctes, first] = split_with(left);
        return set_query<Word, Level, decltype(first), Right, no, no, no, typename Left::with_type>{
            {}, {}, std::move(ctes), std::move(first), std::move(right), {}, {}, {}};
    } else {
        return set_query<Word, Level, Left, Right>{{}, {}, {}, left, std::move(right), {}, {}, {}};
    }
}

}  // namespace pgmodel::detail
