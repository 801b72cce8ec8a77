// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: range_merge() takes two ranges or one multirange
#include "../models.hpp"

#include <pgmodel/expression/range.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::range_merge(pg::make_range<std::int32_t>(col<&person::age>, 5)));
#else
    (void)(pg::range_merge(pg::make_range<std::int32_t>(col<&person::age>, 5), pg::range<std::int32_t>(1, 2)));
#endif
}
