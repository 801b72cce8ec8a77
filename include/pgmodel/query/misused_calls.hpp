// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What begins of statements that are begun otherwise answer: a sentence each, where a compiler would list overloads.
#pragma once

#include <pgmodel/expression/functions.hpp>
#include <pgmodel/expression/subquery.hpp>
#include <pgmodel/model/reference.hpp>

#include <vector>

namespace pgmodel {
namespace detail {

template <auto... Given>
struct selected_as_arguments {
    static_assert(never<decltype(Given)...>, "pgmodel: what is selected are arguments, not template arguments: "
                                             "pgmodel::select(pgmodel::col<&model::field>)");
};
template <class T>
struct named_as_argument {
    static_assert(sizeof(T*) == 0, "pgmodel: the table that a statement changes is an argument: "
                                   "pgmodel::update(pgmodel::model<article>), and so are those of insert_into(), "
                                   "delete_from() and merge_into()");
};

template <class T>
struct named_by_argument {
    static_assert(std::is_void_v<T>,
                  "pgmodel: the tables of a query are arguments: .from(pgmodel::model<article>), and so are those of "
                  "join(): .join(pgmodel::col<&article::author_id>)");
    static constexpr bool value = true;
};

struct run_by_session {
    auto operator()(const auto&... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: a query is a value and runs nothing; a session runs it: db.all(query), db.one(query), "
                      "db.first(query), db.count(query), db.exists(query)");
    }
};
struct said_by_where {
    auto operator()(const auto&... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: conditions stand in where(), joined by && and ||; said again, both must hold");
    }
};
struct sorted_by_column {
    auto operator()(const auto&... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: columns are sorted: .order_by(pgmodel::col<&model::field>.desc())");
    }
};
struct named_in_from {
    auto operator()(const auto&... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: a query gets a name where it stands in FROM: pgmodel::subquery(query).as(alias)");
    }
};

struct joined_otherwise {
    auto operator()(const auto&... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: joins are called join(), left_join(), right_join(), full_join() and cross_join()");
    }
};

struct limited_otherwise {
    auto operator()(const auto&... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: how many rows are wanted is said by .limit(10).offset(20) or .fetch_with_ties(10)");
    }
};

struct made_a_part {
    auto operator()(const auto&... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: a query becomes part of another by pgmodel::subquery(query), pgmodel::lateral(query), "
                      "pgmodel::cte(query), pgmodel::scalar(query) or pgmodel::exists(query)");
    }
};

/// A base of queries: members of other libraries' queries.
struct misused_query {
    static constexpr made_a_part subquery{}, cte{}, scalar_subquery{};
    static constexpr limited_otherwise fetch{}, fetch_first{}, slice{};
    static constexpr joined_otherwise outerjoin{}, inner_join{}, left_outer_join{}, outer_join{};
    static constexpr run_by_session all{}, one{}, first{}, get{}, count{}, exists{}, execute{}, begin{}, end{};
    template <class Row>
    constexpr operator std::vector<Row>() const {
        run_by_session{}(static_cast<Row*>(nullptr));
        return {};
    }
    static constexpr said_by_where filter{}, filter_by{}, and_{}, or_{};
    auto select_from(auto... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: the tables of a query are said by .from(pgmodel::model<article>)");
    }
    auto with_for_update(auto... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: rows are locked by for_update(), for_no_key_update(), for_share() and for_key_share()");
    }
    template <class Model = void, class... Given>
    constexpr auto select(const Given&...) const {
        static_assert(never<Model, Given...>,
                      "pgmodel: a query selects once, all that it gives: pgmodel::select(a, b).from(...)");
    }
    static constexpr sorted_by_column asc{}, desc{};
    static constexpr named_in_from alias{}, as{};
};

template <class... Given>
constexpr auto set_of_an_insert(const Given&...) {
    static_assert(never<Given...>, "pgmodel: set() is of an update; an insert says .values(pgmodel::col<&model::field> "
                                   "= value), and of a conflict .do_update(pgmodel::col<&model::field> = value)");
}

struct answered_on_conflict {
    auto operator()(const auto&... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: a conflict is answered by .on_conflict(column).do_nothing() or .do_update(...)");
    }
};

/// A base of statements that change rows.
struct misused_change {
    auto set(auto... given) const { return set_of_an_insert(given...); }
    auto limit(auto... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: a statement that changes rows has no order and no limit; choose its rows by a query: "
                      ".where(column.in(pgmodel::select(...).order_by(...).limit(10)))");
    }
    auto order_by(auto... given) const { return limit(given...); }
    static constexpr answered_on_conflict on_conflict_do_nothing{}, on_duplicate_key_update{}, on_conflict_do_update{};
    auto from_select(auto... given) const {
        static_assert(
            never<decltype(given)...>,
            "pgmodel: an insert takes the rows of a query by .columns(pgmodel::col<&model::field>).select(query)");
    }
    auto values(auto... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: what an update gives its columns is said by .set(pgmodel::col<&model::field> = value)");
    }
    auto from(auto... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: the other tables of a delete or a merge are said by .using_(pgmodel::model<...>)");
    }
    auto all(const auto&... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: a statement is a value and runs nothing; a session runs it: db.execute(statement), and "
                      "with returning() db.all(statement); all rows are meant by .all_rows()");
    }
    auto execute(const auto&... given) const { return all(given...); }
};

template <class Given>
struct selected_by_query {
    static constexpr bool value = query<Given>;
    static_assert(value, "pgmodel: select() of an insert takes a query: .select(pgmodel::select(...))");
};
template <class... Given>
constexpr auto queries_joined(const Given&...) {
    static_assert(never<Given...>,
                  "pgmodel: set operations are said of the first query: a.union_all(b), a.union_(b), a.intersect(b), "
                  "a.except(b)");
}
template <class Never>
struct statement_begun {
    static_assert(never<Never>,
                  "pgmodel: statements begin with insert_into(), update(), delete_from() and merge_into(), each of "
                  "pgmodel::model<...>; a row is written by db.insert(row), db.update(row) or db.remove(row)");
};
template <class... Given>
constexpr auto cases_begun(const Given&...) {
    static_assert(
        never<Given...>,
        "pgmodel: CASE is pgmodel::case_when(condition, value).when(condition, value).otherwise(value), and of "
        "one operand pgmodel::case_of(x).when(1, value) (<pgmodel/expression/case_of.hpp>)");
}

template <class Never>
struct said_with_a_dot {
    static_assert(never<Never>, "pgmodel: this is said of an expression with a dot: x.is_null(), x.between(1, 5), "
                                "x.like(\"a%\"), x.in({1, 2})");
};
}  // namespace detail

constexpr auto union_(const detail::query auto& first, const auto&...) { return detail::queries_joined(first); }
constexpr auto union_all(const detail::query auto& first, const auto&...) { return detail::queries_joined(first); }
constexpr auto intersect(const detail::query auto& first, const auto&...) { return detail::queries_joined(first); }
constexpr auto except(const detail::query auto& first, const auto&...) { return detail::queries_joined(first); }
template <class Never = void>
detail::statement_begun<Never> insert(detail::anything = {});
template <class Never = void>
detail::statement_begun<Never> delete_(detail::anything = {});
template <class Never = void>
detail::statement_begun<Never> remove(detail::anything = {});
template <class Never = void>
detail::statement_begun<Never> merge(detail::anything = {});
template <class T, class First, class... More>
constexpr auto insert_into(detail::model_tag<T>, const First&, const More&...) {
    static_assert(
        std::is_void_v<First>,
        "pgmodel: an insert names its columns where it gives them values: .values(pgmodel::col<&model::field> = "
        "value), or before a query: .columns(pgmodel::col<&model::field>).select(query)");
}
constexpr auto and_(const detail::expression auto& first, const auto&...) { return detail::conditions_joined{}(first); }
constexpr auto or_(const detail::expression auto& first, const auto&...) { return detail::conditions_joined{}(first); }
constexpr auto not_(const detail::expression auto& given) { return detail::conditions_joined{}(given); }
constexpr auto case_(const detail::expression auto& first, const auto&...) { return detail::cases_begun(first); }
constexpr auto nulls_first(const detail::expression auto& given) { return detail::sorted_by_column{}(given); }
constexpr auto nulls_last(const detail::expression auto& given) { return detail::sorted_by_column{}(given); }
template <class Model = void>
constexpr auto select_distinct(detail::anything = {}, ...) {
    static_assert(detail::never<Model>,
                  "pgmodel: DISTINCT is pgmodel::select(...).distinct(), pgmodel::count(x).distinct() or "
                  ".is_distinct_from(x)");
}
template <detail::expression E>
constexpr auto distinct(const E& given) {
    return select_distinct(given);
}
template <class Never = void>
constexpr auto literal(detail::anything) {
    static_assert(detail::never<Never>, "pgmodel: a value stands beside an expression as it is, or alone as "
                                        "pgmodel::value(x), and is a parameter; part of the text is pgmodel::lit<x>");
}

template <auto First, auto... More>
detail::selected_as_arguments<First, More...> select();
template <class First, class Second, class... More>
constexpr auto select() {
    static_assert(std::is_void_v<First>,
                  "pgmodel: several models are arguments: pgmodel::select(pgmodel::model<article>, "
                  "pgmodel::model<author>).join(pgmodel::model<author>)");
}
template <class T>
detail::named_as_argument<T> insert_into();
template <class T>
detail::named_as_argument<T> update();
template <class T>
detail::named_as_argument<T> delete_from();
template <class T>
detail::named_as_argument<T> merge_into();

constexpr auto asc(const detail::expression auto& given) { return detail::sorted_by_column{}(given); }
constexpr auto desc(const detail::expression auto& given) { return detail::sorted_by_column{}(given); }

template <class Never = void>
detail::said_with_a_dot<Never> between(detail::anything, ...);
template <class Never = void>
detail::said_with_a_dot<Never> like(detail::anything, detail::anything);
template <class Never = void>
detail::said_with_a_dot<Never> is_null(detail::anything, ...);
template <class Never = void>
constexpr auto text(detail::anything) {
    static_assert(detail::never<Never>, "pgmodel: SQL of your own in a query says the type of its value: "
                                        "pgmodel::raw<\"$1 + 1\", int>(x)");
}
constexpr auto subquery(const detail::query auto& query, detail::anything) { return detail::named_in_from{}(query); }

}  // namespace pgmodel
