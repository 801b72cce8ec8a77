// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: rows are written at once: db.insert(row), db.update(row), db.remove(row)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.merge(team{.name = "x"});
#else
    db.upsert<&team::name>(team{.name = "x"});
#endif
}
