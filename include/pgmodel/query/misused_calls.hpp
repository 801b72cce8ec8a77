// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What begins of statements that are begun otherwise answer: a sentence each, where a compiler would list overloads.
#pragma once

#include <pgmodel/expression/expression.hpp>

#include <cstddef>
#include <vector>

namespace pgmodel {
namespace detail {

template <auto... Given>
struct selected_as_arguments {
    static_assert(sizeof...(Given) == static_cast<std::size_t>(-1),
                  "pgmodel: what is selected are arguments, not template arguments: "
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
    static_assert(sizeof...(Given) == static_cast<std::size_t>(-1),
                  "pgmodel: a query is a value and runs nothing; a session runs it: db.all(query), db.one(query), "
                  "db.first(query), db.count(query), db.exists(query)");
    static constexpr bool value = true;
};
template <class... Given>
struct said_by_where {
    static_assert(sizeof...(Given) == static_cast<std::size_t>(-1),
                  "pgmodel: conditions stand in where(), joined by && and ||; said again, both must hold");
    static constexpr bool value = true;
};
template <class... Given>
struct sorted_by_column {
    static_assert(sizeof...(Given) == static_cast<std::size_t>(-1),
                  "pgmodel: columns are sorted: .order_by(pgmodel::col<&model::field>.desc())");
    static constexpr bool value = true;
};
template <class... Given>
struct named_in_from {
    static_assert(sizeof...(Given) == static_cast<std::size_t>(-1),
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
        static_assert(sizeof...(Given) == static_cast<std::size_t>(-1),
                      "pgmodel: joins are called join(), left_join(), right_join(), full_join() and cross_join()");
    }
    template <class... Given>
    constexpr auto outer_join(const Given&... given) const {
        return outerjoin(given...);
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

}  // namespace detail

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
