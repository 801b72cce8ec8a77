// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: matches_lquery() and matches_words() take an ltree
// expect: person::name
#include "../models.hpp"

#include <pgmodel/expression/ltree.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::matches_lquery(col<&person::name>, "*"));
#else
    (void)(pg::matches_lquery(pg::text2ltree(col<&person::name>), "*"));
#endif
}
