// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: these two expressions have different types
// expect: person::name
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::to_tsvector<"english">(col<&person::name>) == col<&person::name>);
#else
    (void)(pg::to_tsvector<"english">(col<&person::name>).matches(pg::websearch<"english">(col<&person::name>)));
#endif
}
