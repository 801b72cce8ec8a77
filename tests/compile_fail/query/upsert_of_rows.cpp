// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: upsert() takes one row; call it for each in a transaction
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db, std::vector<team>& teams) { db.upsert<&team::name>(teams); }
#else
void run(pg::session& db, std::vector<team>& teams) {
    db.transaction([&](pg::transaction& tx) {
        for (team& each : teams) each = tx.upsert<&team::name>(each);
    });
}
#endif
