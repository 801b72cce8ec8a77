// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: unnest_ranges() takes a multirange
#include "../models.hpp"

#include <pgmodel/expression/range.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::unnest_ranges(pg::make_range<std::int32_t>(col<&person::age>, 5)));
#else
    (void)(pg::unnest_ranges(pg::range_agg(pg::make_range<std::int32_t>(col<&person::age>, 5))));
#endif
}
