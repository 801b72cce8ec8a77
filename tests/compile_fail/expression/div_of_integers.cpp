// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: div() takes numerics
// expect: person::age
#include "../models.hpp"

#include <pgmodel/types/long_numeric.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::div(col<&person::age>, 2));
#else
    (void)(pg::div(col<&person::salary>, 2));
#endif
}
