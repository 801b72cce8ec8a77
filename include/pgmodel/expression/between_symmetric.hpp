// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// BETWEEN with ends in any order. Not part of <pgmodel.hpp>, where `x.between(low, high)` is.
#pragma once

#include <pgmodel/expression/functions.hpp>

namespace pgmodel {
namespace detail {

template <fixed_string Between, class E, class First, class Second>
constexpr auto symmetric_range(E e, First&& first, Second&& second) {
    static_assert(comparable_operands<E, std::remove_cvref_t<First>, comparison::by_order>::value &&
                  comparable_operands<E, std::remove_cvref_t<Second>, comparison::by_order>::value);
    return [&]<class A, class B>(A a, B b) {
        return worded < bool, E::nullable || A::nullable || B::nullable, level::like, level::other,
               word_list<"", Between, " and ", "">, E, A, B > (std::move(e), std::move(a), std::move(b));
    }(as_operand<typename E::value_type, E>(static_cast<First&&>(first)),
           as_operand<typename E::value_type, E>(static_cast<Second&&>(second)));
}

}  // namespace detail

/// `x BETWEEN SYMMETRIC a AND b`: between them, whichever is the lower one, both ends included.
template <class E, class First, class Second>
    requires(detail::expression<E> || detail::expression<First> || detail::expression<Second>)
constexpr auto between_symmetric(E&& e, First&& first, Second&& second) {
    return detail::symmetric_range<" between symmetric ">(detail::as_value(static_cast<E&&>(e)),
                                                          static_cast<First&&>(first), static_cast<Second&&>(second));
}
template <class E, class First, class Second>
    requires(detail::expression<E> || detail::expression<First> || detail::expression<Second>)
constexpr auto not_between_symmetric(E&& e, First&& first, Second&& second) {
    return detail::symmetric_range<" not between symmetric ">(
        detail::as_value(static_cast<E&&>(e)), static_cast<First&&>(first), static_cast<Second&&>(second));
}

template <class Never = void>
detail::call_of_values<Never> between_symmetric(detail::anything, detail::anything, detail::anything);
template <class Never = void>
detail::call_of_values<Never> not_between_symmetric(detail::anything, detail::anything, detail::anything);

}  // namespace pgmodel
