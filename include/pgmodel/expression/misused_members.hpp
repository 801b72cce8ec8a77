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
template <class... Given>
constexpr auto nulls_placed(const Given&...) {
    static_assert(never<Given...>, "pgmodel: where NULLs stand is said by .nulls_first() and .nulls_last()");
}
template <class... Given>
constexpr auto conditions_joined(const Given&...) {
    static_assert(never<Given...>, "pgmodel: conditions are joined by && and ||, and negated by !");
}

template <class... Given>
constexpr auto function_called(const Given&...) {
    static_assert(never<Given...>, "pgmodel: a function stands before what it is given: pgmodel::lower(x), "
                                   "pgmodel::count(x).distinct(), pgmodel::cast<type>(x)");
}

/// Where the operators of expressions are: they are found by these bases of what they are given. In `detail` a compiler
/// would look at them for each == and + of the library.
namespace operators {
struct expression_tag {
    auto as(auto... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: what is selected needs no name; the fields of a struct give it one: "
                      "pgmodel::select(a, b).into<summary>()");
    }
    auto label(auto... given) const { return as(given...); }
    auto is_(auto... given) const {
        static_assert(
            never<decltype(given)...>,
            "pgmodel: what SQL says with IS has a name each: is_null(), is_not_null(), is_true(), is_false(), "
            "is_not_distinct_from(value)");
    }
    auto is_not(auto... given) const { return is_(given...); }
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
    auto nullsfirst(auto... given) const { return nulls_placed(given...); }
    auto nullslast(auto... given) const { return nulls_placed(given...); }
    auto and_(auto... given) const { return conditions_joined(given...); }
    auto or_(auto... given) const { return conditions_joined(given...); }
    auto has_key(auto... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: the keys of a document are looked for by pgmodel::has_key(document, "
                      "\"key\"), has_any_key() and has_all_keys() (<pgmodel/expression/jsonb.hpp>)");
    }
    auto isnull(auto... given) const { return is_(given...); }
    auto lower(auto... given) const { return function_called(given...); }
    auto upper(auto... given) const { return function_called(given...); }
    auto count(auto... given) const { return function_called(given...); }
    auto sum(auto... given) const { return function_called(given...); }
    auto max(auto... given) const { return function_called(given...); }
    auto min(auto... given) const { return function_called(given...); }
    auto avg(auto... given) const { return function_called(given...); }
    auto distinct(auto... given) const { return function_called(given...); }
    template <class = void>
    auto cast(auto... given) const {
        return function_called(given...);
    }
    auto ne(auto... given) const { return equals(given...); }
    auto gt(auto... given) const { return equals(given...); }
    auto lt(auto... given) const { return equals(given...); }
    auto ge(auto... given) const { return equals(given...); }
    auto le(auto... given) const { return equals(given...); }
    auto any(auto... given) const {
        static_assert(never<decltype(given)...>, "pgmodel: an array is looked into by value == pgmodel::any(array), "
                                                 ".contains(value) or .overlaps(list)");
    }
    auto else_(auto... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: ELSE of a CASE is otherwise(): pgmodel::case_when(condition, value).otherwise(value)");
    }
    auto startswith(auto... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: parts of a text are found by starts_with(text), ends_with(text) and contains(text)");
    }
    auto endswith(auto... given) const { return startswith(given...); }
    template <class Given>
    constexpr auto operator+=(const Given&) const {
        static_assert(sizeof(Given*) == 0, "pgmodel: an expression is no variable; what a column is to be is said with "
                                           "=: .set(pgmodel::col<&model::field> = pgmodel::col<&model::field> + 1)");
    }
    auto equals(auto... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: values are compared by operators: pgmodel::col<&model::field> == value");
    }
    auto eq(auto... given) const { return equals(given...); }
    auto primary_key(auto... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: col<> is for expressions; what a table says of a field begins with field<>: "
                      "pgmodel::field<&model::id>.primary_key()");
    }
    auto references(auto... given) const { return primary_key(given...); }
    auto server_default(auto... given) const { return primary_key(given...); }
    auto unique(auto... given) const { return primary_key(given...); }
};

}  // namespace operators
}  // namespace pgmodel::detail
