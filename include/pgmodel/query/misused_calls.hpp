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
    static constexpr bool value = true;
};
template <class T>
struct named_as_argument {
    static_assert(sizeof(T*) == 0, "pgmodel: the table that a statement changes is an argument: "
                                   "pgmodel::update(pgmodel::model<article>), and so are those of insert_into(), "
                                   "delete_from() and merge_into()");
    static constexpr bool value = true;
};

template <class T>
struct named_by_argument {
    static_assert(std::is_void_v<T>,
                  "pgmodel: the tables of a query are arguments: .from(pgmodel::model<article>), and so are those of "
                  "join(): .join(pgmodel::col<&article::author_id>)");
    static constexpr bool value = true;
};

template <class... Given>
struct run_by_session {
    static_assert(never<Given...>,
                  "pgmodel: a query is a value and runs nothing; a session runs it: db.all(query), db.one(query), "
                  "db.first(query), db.count(query), db.exists(query)");
    static constexpr bool value = true;
};
template <class... Given>
struct said_by_where {
    static_assert(never<Given...>,
                  "pgmodel: conditions stand in where(), joined by && and ||; said again, both must hold");
    static constexpr bool value = true;
};
template <class... Given>
struct sorted_by_column {
    static_assert(never<Given...>, "pgmodel: columns are sorted: .order_by(pgmodel::col<&model::field>.desc())");
    static constexpr bool value = true;
};
template <class... Given>
struct named_in_from {
    static_assert(never<Given...>,
                  "pgmodel: a query gets a name where it stands in FROM: pgmodel::subquery(query).as(alias)");
    static constexpr bool value = true;
};

/// A base of queries: members of other libraries' queries.
struct misused_query {
    template <class... Given>
    constexpr auto all(const Given&...) const {
        static_assert(run_by_session<Given...>::value);
    }
    template <class... Given>
    constexpr auto one(const Given&...) const {
        static_assert(run_by_session<Given...>::value);
    }
    template <class... Given>
    constexpr auto first(const Given&...) const {
        static_assert(run_by_session<Given...>::value);
    }
    template <class... Given>
    constexpr auto get(const Given&...) const {
        static_assert(run_by_session<Given...>::value);
    }
    template <class... Given>
    constexpr auto count(const Given&...) const {
        static_assert(run_by_session<Given...>::value);
    }
    template <class... Given>
    constexpr auto exists(const Given&...) const {
        static_assert(run_by_session<Given...>::value);
    }
    template <class... Given>
    constexpr auto execute(const Given&...) const {
        static_assert(run_by_session<Given...>::value);
    }
    template <class... Given>
    constexpr auto begin(const Given&...) const {
        static_assert(run_by_session<Given...>::value);
    }
    template <class... Given>
    constexpr auto end(const Given&...) const {
        static_assert(run_by_session<Given...>::value);
    }
    template <class Row>
    constexpr operator std::vector<Row>() const {
        static_assert(run_by_session<Row>::value);
        return {};
    }
    template <class... Given>
    constexpr auto filter(const Given&...) const {
        static_assert(said_by_where<Given...>::value);
    }
    template <class... Given>
    constexpr auto filter_by(const Given&...) const {
        static_assert(said_by_where<Given...>::value);
    }
    template <class... Given>
    constexpr auto outerjoin(const Given&...) const {
        static_assert(never<Given...>,
                      "pgmodel: joins are called join(), left_join(), right_join(), full_join() and cross_join()");
    }
    template <class... Given>
    constexpr auto outer_join(const Given&... given) const {
        return outerjoin(given...);
    }
    template <class... Given>
    constexpr auto select_from(const Given&...) const {
        static_assert(never<Given...>, "pgmodel: the tables of a query are said by .from(pgmodel::model<article>)");
    }
    template <class... Given>
    constexpr auto fetch(const Given&...) const {
        static_assert(never<Given...>,
                      "pgmodel: how many rows are wanted is said by .limit(10).offset(20) or .fetch_with_ties(10)");
    }
    template <class... Given>
    constexpr auto fetch_first(const Given&... given) const {
        return fetch(given...);
    }
    template <class... Given>
    constexpr auto slice(const Given&... given) const {
        return fetch(given...);
    }
    template <class... Given>
    constexpr auto with_for_update(const Given&...) const {
        static_assert(never<Given...>,
                      "pgmodel: rows are locked by for_update(), for_no_key_update(), for_share() and for_key_share()");
    }
    template <class Model = void, class... Given>
    constexpr auto select(const Given&...) const {
        static_assert(never<Model, Given...>,
                      "pgmodel: a query selects once, all that it gives: pgmodel::select(a, b).from(...)");
    }
    template <class... Given>
    constexpr auto subquery(const Given&...) const {
        static_assert(never<Given...>,
                      "pgmodel: a query becomes part of another by pgmodel::subquery(query), pgmodel::lateral(query), "
                      "pgmodel::cte(query), pgmodel::scalar(query) or pgmodel::exists(query)");
    }
    template <class... Given>
    constexpr auto cte(const Given&... given) const {
        return subquery(given...);
    }
    template <class... Given>
    constexpr auto scalar_subquery(const Given&... given) const {
        return subquery(given...);
    }
    template <class... Given>
    constexpr auto and_(const Given&...) const {
        static_assert(said_by_where<Given...>::value);
    }
    template <class... Given>
    constexpr auto or_(const Given&...) const {
        static_assert(said_by_where<Given...>::value);
    }
    template <class... Given>
    constexpr auto asc(const Given&...) const {
        static_assert(sorted_by_column<Given...>::value);
    }
    template <class... Given>
    constexpr auto desc(const Given&...) const {
        static_assert(sorted_by_column<Given...>::value);
    }
    template <class... Given>
    constexpr auto as(const Given&...) const {
        static_assert(named_in_from<Given...>::value);
    }
};

template <class... Given>
struct set_of_an_insert {
    static_assert(never<Given...>, "pgmodel: set() is of an update; an insert says .values(pgmodel::col<&model::field> "
                                   "= value), and of a conflict .do_update(pgmodel::col<&model::field> = value)");
    static constexpr bool value = true;
};

/// A base of statements that change rows.
struct misused_change {
    template <class... Given>
    constexpr auto set(const Given&...) const {
        static_assert(set_of_an_insert<Given...>::value);
    }
    template <class... Given>
    constexpr auto limit(const Given&...) const {
        static_assert(never<Given...>,
                      "pgmodel: a statement that changes rows has no order and no limit; choose its rows by a query: "
                      ".where(column.in(pgmodel::select(...).order_by(...).limit(10)))");
    }
    template <class... Given>
    constexpr auto order_by(const Given&... given) const {
        return limit(given...);
    }
    template <class... Given>
    constexpr auto on_conflict_do_nothing(const Given&...) const {
        static_assert(never<Given...>,
                      "pgmodel: a conflict is answered by .on_conflict(column).do_nothing() or .do_update(...)");
    }
    template <class... Given>
    constexpr auto on_conflict_do_update(const Given&... given) const {
        return on_conflict_do_nothing(given...);
    }
    template <class... Given>
    constexpr auto from_select(const Given&...) const {
        static_assert(
            never<Given...>,
            "pgmodel: an insert takes the rows of a query by .columns(pgmodel::col<&model::field>).select(query)");
    }
    template <class... Given>
    constexpr auto values(const Given&...) const {
        static_assert(never<Given...>,
                      "pgmodel: what an update gives its columns is said by .set(pgmodel::col<&model::field> = value)");
    }
    template <class... Given>
    constexpr auto from(const Given&...) const {
        static_assert(never<Given...>,
                      "pgmodel: the other tables of a delete or a merge are said by .using_(pgmodel::model<...>)");
    }
    template <class... Given>
    constexpr auto all(const Given&...) const {
        static_assert(never<Given...>,
                      "pgmodel: a statement is a value and runs nothing; a session runs it: db.execute(statement), and "
                      "with returning() db.all(statement); all rows are meant by .all_rows()");
    }
    template <class... Given>
    constexpr auto execute(const Given&... given) const {
        return all(given...);
    }
};

template <class Given>
struct selected_by_query {
    static constexpr bool value = query<Given>;
    static_assert(value, "pgmodel: select() of an insert takes a query: .select(pgmodel::select(...))");
};
template <class... Given>
struct queries_joined {
    static_assert(never<Given...>,
                  "pgmodel: set operations are said of the first query: a.union_all(b), a.union_(b), a.intersect(b), "
                  "a.except(b)");
    static constexpr bool value = true;
};
template <class... Given>
struct statement_begun {
    static_assert(never<Given...>,
                  "pgmodel: statements begin with insert_into(), update(), delete_from() and merge_into(), each of "
                  "pgmodel::model<...>; a row is written by db.insert(row), db.update(row) or db.remove(row)");
    static constexpr bool value = true;
};
template <class... Given>
struct cases_begun {
    static_assert(never<Given...>,
                  "pgmodel: CASE is pgmodel::case_when(condition, value).when(condition, value).otherwise(value)");
    static constexpr bool value = true;
};

}  // namespace detail

template <detail::query First, class... More>
constexpr auto union_(const First&, const More&...) {
    static_assert(detail::queries_joined<First>::value);
}
template <detail::query First, class... More>
constexpr auto union_all(const First&, const More&...) {
    static_assert(detail::queries_joined<First>::value);
}
template <detail::query First, class... More>
constexpr auto intersect(const First&, const More&...) {
    static_assert(detail::queries_joined<First>::value);
}
template <detail::query First, class... More>
constexpr auto except(const First&, const More&...) {
    static_assert(detail::queries_joined<First>::value);
}
template <class Never = void>
constexpr auto insert(detail::anything = {}) {
    static_assert(detail::statement_begun<Never>::value);
}
template <class Never = void>
constexpr auto delete_(detail::anything = {}) {
    static_assert(detail::statement_begun<Never>::value);
}
template <class Never = void>
constexpr auto remove(detail::anything = {}) {
    static_assert(detail::statement_begun<Never>::value);
}
template <class Never = void>
constexpr auto merge(detail::anything = {}) {
    static_assert(detail::statement_begun<Never>::value);
}
template <class T, class First, class... More>
constexpr auto insert_into(detail::model_tag<T>, const First&, const More&...) {
    static_assert(
        std::is_void_v<First>,
        "pgmodel: an insert names its columns where it gives them values: .values(pgmodel::col<&model::field> = "
        "value), or before a query: .columns(pgmodel::col<&model::field>).select(query)");
}
template <detail::expression First, class... More>
constexpr auto and_(const First&, const More&...) {
    static_assert(detail::conditions_joined<First>::value);
}
template <detail::expression First, class... More>
constexpr auto or_(const First&, const More&...) {
    static_assert(detail::conditions_joined<First>::value);
}
template <detail::expression First>
constexpr auto not_(const First&) {
    static_assert(detail::conditions_joined<First>::value);
}
template <detail::expression First, class... More>
constexpr auto case_(const First&, const More&...) {
    static_assert(detail::cases_begun<First>::value);
}
template <detail::expression E>
constexpr auto nulls_first(const E&) {
    static_assert(detail::sorted_by_column<E>::value);
}
template <detail::expression E>
constexpr auto nulls_last(const E&) {
    static_assert(detail::sorted_by_column<E>::value);
}
template <class Model = void, class... Given>
constexpr auto select_distinct(const Given&...) {
    static_assert(detail::never<Model, Given...>,
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
constexpr auto select() {
    static_assert(detail::selected_as_arguments<First, More...>::value);
}
template <class First, class Second, class... More>
constexpr auto select() {
    static_assert(std::is_void_v<First>,
                  "pgmodel: several models are arguments: pgmodel::select(pgmodel::model<article>, "
                  "pgmodel::model<author>).join(pgmodel::model<author>)");
}
template <class T>
constexpr auto insert_into() {
    static_assert(detail::named_as_argument<T>::value);
}
template <class T>
constexpr auto update() {
    static_assert(detail::named_as_argument<T>::value);
}
template <class T>
constexpr auto delete_from() {
    static_assert(detail::named_as_argument<T>::value);
}
template <class T>
constexpr auto merge_into() {
    static_assert(detail::named_as_argument<T>::value);
}

template <detail::expression E>
constexpr auto asc(const E&) {
    static_assert(detail::sorted_by_column<E>::value);
}
template <detail::expression E>
constexpr auto desc(const E&) {
    static_assert(detail::sorted_by_column<E>::value);
}

}  // namespace pgmodel
