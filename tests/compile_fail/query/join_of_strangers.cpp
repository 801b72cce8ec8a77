// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: neither the table of this column nor the one that it references is part of the query
// expect: person::team_id
// expect: seat
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<seat>().join(col<&person::team_id>));
#else
    db.all(pg::select<team>().join(col<&person::team_id>));
#endif
}
