// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: matches() is asked of a tsvector
// expect: person::name
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::name>.matches(pg::websearch<"english">("x")));
#else
    (void)(pg::to_tsvector<"english">(col<&person::name>).matches(pg::websearch<"english">("x")));
#endif
}
