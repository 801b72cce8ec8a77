// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// & | ~ of conditions, which other libraries join and negate them with. Those of bits.hpp are asked for more closely,
// so they are taken where they are there.
#pragma once

#include <pgmodel/expression/operators.hpp>

namespace pgmodel::detail {

template <class... Operands>
struct joined_by_logic {
    static_assert(never<Operands...>,
                  "pgmodel: conditions are joined by && and ||, and negated by !; & | ~ of integers and bits are in "
                  "<pgmodel/expression/bits.hpp>");
    static constexpr bool value = true;
};

namespace operators {

template <class L, class R>
    requires with_expression<L, R>
constexpr auto operator&(L&&, R&&) {
    static_assert(joined_by_logic<L, R>::value);
    return refused<L, R>{};
}
template <class L, class R>
    requires with_expression<L, R>
constexpr auto operator|(L&&, R&&) {
    static_assert(joined_by_logic<L, R>::value);
    return refused<L, R>{};
}
template <class E>
    requires with_expression<E, E>
constexpr auto operator~(E&&) {
    static_assert(joined_by_logic<E>::value);
    return refused<E>{};
}

}  // namespace operators
}  // namespace pgmodel::detail
