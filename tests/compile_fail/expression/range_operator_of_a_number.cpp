// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this function takes a range or a multirange
// expect: person::age
#include "../models.hpp"

#include <pgmodel/expression/range.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::adjacent_to(col<&person::age>, 5));
#else
    (void)(pg::adjacent_to(pg::make_range<std::int32_t>(col<&person::age>, 5), pg::range<std::int32_t>(1, 2)));
#endif
}
