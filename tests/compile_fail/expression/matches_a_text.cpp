// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: matches() takes a text-search query
// expect: person::name
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::to_tsvector<"english">(col<&person::name>).matches("x"));
#else
    (void)(pg::to_tsvector<"english">(col<&person::name>).matches(pg::websearch<"english">("x")));
#endif
}
