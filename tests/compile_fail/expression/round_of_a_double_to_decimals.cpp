// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: only numerics are rounded to decimals
#include "../models.hpp"

#include <pgmodel/types/long_numeric.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::round(pg::sqrt(col<&person::age>), 2));
#else
    (void)(pg::round(col<&person::salary>, 2));
#endif
}
