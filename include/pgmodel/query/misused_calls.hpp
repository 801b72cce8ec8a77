// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What begins of statements that are begun otherwise answer: a sentence each, where a compiler would list overloads.
#pragma once

#include <cstddef>

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

}  // namespace detail

template <auto First, auto... More>
constexpr auto select() {
    static_assert(detail::selected_as_arguments<First, More...>::value);
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

}  // namespace pgmodel
