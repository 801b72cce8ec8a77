// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a weight is one of 'A', 'B', 'C' and 'D'
#include "../models.hpp"

#include <pgmodel/expression/ranking.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::setweight<'E'>(pg::to_tsvector<"english">(col<&person::name>)));
#else
    (void)(pg::setweight<'D'>(pg::to_tsvector<"english">(col<&person::name>)));
#endif
}
