// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a rank is that of a tsvector
// expect: person::name
#include "../models.hpp"

#include <pgmodel/expression/ranking.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::rank(col<&person::name>, pg::websearch<"english">("x")));
#else
    (void)(pg::rank(pg::to_tsvector<"english">(col<&person::name>), pg::websearch<"english">("x")));
#endif
}
