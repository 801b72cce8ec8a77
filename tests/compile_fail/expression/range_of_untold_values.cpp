// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: make_range<T>() makes a range of values of T
#include "../models.hpp"

#include <pgmodel/expression/range.hpp>

#ifdef PGMODEL_BAD
inline constexpr auto ages = pg::make_range(col<&person::age>, col<&person::age> + 1);
#else
inline constexpr auto ages = pg::make_range<std::int32_t>(col<&person::age>, col<&person::age> + 1);
#endif
