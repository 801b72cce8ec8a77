// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Whole numbers of 128 bits: the compiler's own, or where it has none, as for processors of 32 bits, a class.
#pragma once

#ifndef __SIZEOF_INT128__
#include <pgmodel/types/wide_integer.hpp>
#endif

namespace pgmodel::detail {

#ifdef __SIZEOF_INT128__
__extension__ typedef __int128 int128;
__extension__ typedef unsigned __int128 uint128;
#else
using int128 = wide_integer<true>;
using uint128 = wide_integer<false>;
#endif

/// The builtins of compilers, for numbers of any size.
template <class A, class B, class Sum>
constexpr bool add_overflows(A a, B b, Sum& sum) {
    return __builtin_add_overflow(a, b, &sum);
}
template <class A, class B, class Product>
constexpr bool multiply_overflows(A a, B b, Product& product) {
    return __builtin_mul_overflow(a, b, &product);
}

}  // namespace pgmodel::detail
