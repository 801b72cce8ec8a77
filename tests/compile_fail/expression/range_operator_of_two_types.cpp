// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this operator takes two ranges of one type
#include "../models.hpp"

#include <pgmodel/expression/range.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::adjacent_to(pg::make_range<std::int32_t>(col<&person::age>, 5), pg::make_range<std::int64_t>(col<&person::id>, 5)));
#else
    (void)(pg::adjacent_to(pg::make_range<std::int64_t>(col<&person::age>, 5), pg::make_range<std::int64_t>(col<&person::id>, 5)));
#endif
}
