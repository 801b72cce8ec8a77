// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: setweight() takes a tsvector
#include "../models.hpp"

#include <pgmodel/expression/ranking.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::setweight<'A'>(col<&person::name>));
#else
    (void)(pg::setweight<'A'>(pg::to_tsvector<"english">(col<&person::name>)));
#endif
}
