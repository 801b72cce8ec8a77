// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: text search takes a text
// expect: person::age
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::to_tsvector<"english">(col<&person::age>));
#else
    (void)(pg::to_tsvector<"english">(col<&person::name>));
#endif
}
