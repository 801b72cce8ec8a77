// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column is compared with itself
#include "../models.hpp"

inline constexpr auto one = pg::alias<person, "one">;
inline constexpr auto other = pg::alias<person, "other">;

#ifdef PGMODEL_BAD
inline constexpr auto older =
    pg::select(one[col<&person::name>]).from(one).join(other).on(other[col<&person::age>] > other[col<&person::age>]);
#else
inline constexpr auto older =
    pg::select(one[col<&person::name>]).from(one).join(other).on(one[col<&person::age>] > other[col<&person::age>]);
#endif
