// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: headline() and setweight() take expressions, and have a header of their own; #include <pgmodel/expression/ranking.hpp>
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::headline<"english">(col<&person::name>, pg::websearch<"english">("x"))));
#else
    db.all(pg::select(col<&person::name>));
#endif
}
