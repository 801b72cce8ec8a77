// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column belongs to a model that is not part of the query
// expect: team::name
// expect: person
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(col<&person::name>, col<&team::name>));
#else
    db.all(pg::select(col<&person::name>, col<&team::name>).join(col<&person::team_id>));
#endif
}
