// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an argument behind one with a default has a default, too
#include "../models.hpp"

#include <pgmodel/objects.hpp>

#ifdef PGMODEL_BAD
inline constexpr auto sum = pg::stored_function("sum_of").argument<std::int32_t>("a", "1").argument<std::int32_t>("b");
#else
inline constexpr auto sum = pg::stored_function("sum_of").argument<std::int32_t>("a").argument<std::int32_t>("b", "1");
#endif
