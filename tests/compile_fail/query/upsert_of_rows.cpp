// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: upsert() takes a row (a struct that is a model) or a std::vector of rows
#include "../models.hpp"

#include <list>

#ifdef PGMODEL_BAD
void run(pg::session& db, std::list<team>& teams) { db.upsert<&team::name>(teams); }
#else
void run(pg::session& db, std::list<team>& teams) {
    for (team& each : teams) each = db.upsert<&team::name>(each);
}
#endif
