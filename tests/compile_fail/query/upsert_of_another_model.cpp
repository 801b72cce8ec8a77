// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the key by which a row is recognised is of the row's model
// expect: team::name
// expect: person
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.upsert<&team::name>(person{});
#else
    db.upsert<&team::name>(team{});
#endif
}
