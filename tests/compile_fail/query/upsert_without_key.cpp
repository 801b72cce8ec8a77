// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: say by which key a row is recognised
// expect: team
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.upsert(team{});
#else
    db.upsert<&team::name>(team{});
#endif
}
