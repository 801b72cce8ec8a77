// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What is said of an expression with a dot in other libraries: a sentence each, where a compiler would look for a
// member.
#pragma once

#include <pgmodel/core/never.hpp>

#include <initializer_list>

namespace pgmodel::detail {

/// What is said of an expression and of a key of ORDER BY.
struct nulls_placed {
    auto operator()(const auto&... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: where NULLs stand is said by .nulls_first() and .nulls_last()");
    }
};
struct conditions_joined {
    auto operator()(const auto&... given) const {
        static_assert(never<decltype(given)...>, "pgmodel: conditions are joined by && and ||, and negated by !");
    }
};

struct function_called {
    auto operator()(const auto&... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: a function stands before what it is given: pgmodel::lower(x), "
                      "pgmodel::count(x).distinct(), pgmodel::cast<type>(x)");
    }
};

struct compared_by_operator {
    auto operator()(const auto&... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: values are compared by operators: pgmodel::col<&model::field> == value");
    }
};

struct declared_by_field {
    auto operator()(const auto&... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: col<> is for expressions; what a table says of a field begins with field<>: "
                      "pgmodel::field<&model::id>.primary_key()");
    }
};

struct said_of_an_aggregate {
    auto operator()(const auto&... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: filter() and over() are said of an aggregate or a window function: "
                      "pgmodel::count().filter(condition), pgmodel::sum(x).over(...)");
    }
};

struct told_by_is {
    auto operator()(const auto&... given) const {
        static_assert(
            never<decltype(given)...>,
            "pgmodel: what SQL says with IS has a name each: is_null(), is_not_null(), is_true(), is_false(), "
            "is_not_distinct_from(value)");
    }
};

struct searched_otherwise {
    auto operator()(const auto&... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: parts of a text are found by starts_with(text), ends_with(text) and contains(text)");
    }
};

/// Where the operators of expressions are: they are found by these bases of what they are given. In `detail` a compiler
/// would look at them for each == and + of the library.
namespace operators {
struct expression_tag {
    static constexpr searched_otherwise startswith{}, endswith{};
    static constexpr declared_by_field primary_key{}, references{}, server_default{}, unique{};
    static constexpr compared_by_operator equals{}, ne{}, gt{}, lt{}, ge{}, le{}, eq{};
    auto as(auto... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: what is selected needs no name; the fields of a struct give it one: "
                      "pgmodel::select(a, b).into<summary>()");
    }
    auto label(auto... given) const { return as(given...); }
    static constexpr said_of_an_aggregate filter{}, over{};
    static constexpr told_by_is is_{}, is_not{}, isnull{};
    auto in_(auto... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: IN is .in({1, 2}), .in(list) or .in(query), and NOT IN is .not_in(list)");
    }
    template <class Given>
    constexpr auto in_(std::initializer_list<Given> given) const {
        return in_(given.begin());
    }
    auto notin_(auto... given) const { return in_(given...); }
    template <class Given>
    constexpr auto notin_(std::initializer_list<Given> given) const {
        return in_(given.begin());
    }
    static constexpr nulls_placed nullsfirst{}, nullslast{};
    static constexpr conditions_joined and_{}, or_{};
    auto has_key(auto... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: the keys of a document are looked for by pgmodel::has_key(document, "
                      "\"key\"), has_any_key() and has_all_keys() (<pgmodel/expression/jsonb.hpp>)");
    }
    static constexpr function_called lower{}, upper{}, count{}, sum{}, max{}, min{}, avg{}, distinct{};
    template <class = void>
    auto cast(auto... given) const {
        return function_called{}(given...);
    }
    auto any(auto... given) const {
        static_assert(never<decltype(given)...>, "pgmodel: an array is looked into by value == pgmodel::any(array), "
                                                 ".contains(value) or .overlaps(list)");
    }
    auto else_(auto... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: ELSE of a CASE is otherwise(): pgmodel::case_when(condition, value).otherwise(value)");
    }
    template <class Given>
    constexpr auto operator+=(const Given&) const {
        static_assert(sizeof(Given*) == 0, "pgmodel: an expression is no variable; what a column is to be is said with "
                                           "=: .set(pgmodel::col<&model::field> = pgmodel::col<&model::field> + 1)");
    }
};

}  // namespace operators
}  // namespace pgmodel::detail
