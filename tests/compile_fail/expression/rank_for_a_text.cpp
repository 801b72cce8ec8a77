// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a rank is for a text-search query
#include "../models.hpp"

#include <pgmodel/expression/ranking.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::rank(pg::to_tsvector<"english">(col<&person::name>), col<&person::name>));
#else
    (void)(pg::rank(pg::to_tsvector<"english">(col<&person::name>), pg::websearch<"english">("x")));
#endif
}
