// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Is `T{{}, {}, ...}` with N pairs of braces well-formed? A C array takes one pair where Boost.PFR counts its elements,
// so this tells arrays from fields. No pack expansion can write `{}` alone, hence the macros; they end with this file.
#pragma once

#include <cstddef>

namespace pgmodel::detail {

/// `braces<N>::fit<T>` for 1 to `most_braces`.
template <std::size_t N>
struct braces;
inline constexpr std::size_t most_braces = 99;

#define PGMODEL_UNITS_0
#define PGMODEL_UNITS_1 {},
#define PGMODEL_UNITS_2 {}, {},
#define PGMODEL_UNITS_3 {}, {}, {},
#define PGMODEL_UNITS_4 {}, {}, {}, {},
#define PGMODEL_UNITS_5 {}, {}, {}, {}, {},
#define PGMODEL_UNITS_6 {}, {}, {}, {}, {}, {},
#define PGMODEL_UNITS_7 {}, {}, {}, {}, {}, {}, {},
#define PGMODEL_UNITS_8 {}, {}, {}, {}, {}, {}, {}, {},
#define PGMODEL_UNITS_9 {}, {}, {}, {}, {}, {}, {}, {}, {},
#define PGMODEL_TENS_0
#define PGMODEL_TENS_1 {}, {}, {}, {}, {}, {}, {}, {}, {}, {},
#define PGMODEL_TENS_2 PGMODEL_TENS_1 PGMODEL_TENS_1
#define PGMODEL_TENS_3 PGMODEL_TENS_1 PGMODEL_TENS_2
#define PGMODEL_TENS_4 PGMODEL_TENS_1 PGMODEL_TENS_3
#define PGMODEL_TENS_5 PGMODEL_TENS_1 PGMODEL_TENS_4
#define PGMODEL_TENS_6 PGMODEL_TENS_1 PGMODEL_TENS_5
#define PGMODEL_TENS_7 PGMODEL_TENS_1 PGMODEL_TENS_6
#define PGMODEL_TENS_8 PGMODEL_TENS_1 PGMODEL_TENS_7
#define PGMODEL_TENS_9 PGMODEL_TENS_1 PGMODEL_TENS_8
#define PGMODEL_FIT(Number, Tens, Units)                                                                               \
    template <>                                                                                                        \
    struct braces<Number> {                                                                                            \
        template <class T>                                                                                             \
        static constexpr bool fit = requires { T{PGMODEL_TENS_##Tens PGMODEL_UNITS_##Units}; };                        \
    };
#define PGMODEL_FIT_NINE(Prefix, Tens)                                                                                 \
    PGMODEL_FIT(Prefix##1, Tens, 1)                                                                                    \
    PGMODEL_FIT(Prefix##2, Tens, 2)                                                                                    \
    PGMODEL_FIT(Prefix##3, Tens, 3)                                                                                    \
    PGMODEL_FIT(Prefix##4, Tens, 4)                                                                                    \
    PGMODEL_FIT(Prefix##5, Tens, 5)                                                                                    \
    PGMODEL_FIT(Prefix##6, Tens, 6)                                                                                    \
    PGMODEL_FIT(Prefix##7, Tens, 7)                                                                                    \
    PGMODEL_FIT(Prefix##8, Tens, 8)                                                                                    \
    PGMODEL_FIT(Prefix##9, Tens, 9)

PGMODEL_FIT_NINE(, 0)
PGMODEL_FIT(10, 1, 0)
PGMODEL_FIT_NINE(1, 1)
PGMODEL_FIT(20, 2, 0)
PGMODEL_FIT_NINE(2, 2)
PGMODEL_FIT(30, 3, 0)
PGMODEL_FIT_NINE(3, 3)
PGMODEL_FIT(40, 4, 0)
PGMODEL_FIT_NINE(4, 4)
PGMODEL_FIT(50, 5, 0)
PGMODEL_FIT_NINE(5, 5)
PGMODEL_FIT(60, 6, 0)
PGMODEL_FIT_NINE(6, 6)
PGMODEL_FIT(70, 7, 0)
PGMODEL_FIT_NINE(7, 7)
PGMODEL_FIT(80, 8, 0)
PGMODEL_FIT_NINE(8, 8)
PGMODEL_FIT(90, 9, 0)
PGMODEL_FIT_NINE(9, 9)

#undef PGMODEL_UNITS_0
#undef PGMODEL_UNITS_1
#undef PGMODEL_UNITS_2
#undef PGMODEL_UNITS_3
#undef PGMODEL_UNITS_4
#undef PGMODEL_UNITS_5
#undef PGMODEL_UNITS_6
#undef PGMODEL_UNITS_7
#undef PGMODEL_UNITS_8
#undef PGMODEL_UNITS_9
#undef PGMODEL_TENS_0
#undef PGMODEL_TENS_1
#undef PGMODEL_TENS_2
#undef PGMODEL_TENS_3
#undef PGMODEL_TENS_4
#undef PGMODEL_TENS_5
#undef PGMODEL_TENS_6
#undef PGMODEL_TENS_7
#undef PGMODEL_TENS_8
#undef PGMODEL_TENS_9
#undef PGMODEL_FIT
#undef PGMODEL_FIT_NINE

}  // namespace pgmodel::detail
