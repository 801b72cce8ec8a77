// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an upsert cannot set a key, an identity
#include "../models.hpp"

#include <pgmodel/session/upsert_many.hpp>

void run([[maybe_unused]] pg::connection& db, [[maybe_unused]] const std::vector<person>& rows) {
#ifdef PGMODEL_BAD
    db.upsert<&person::id>(rows, pg::set<&person::id>());
#else
    db.upsert<&person::id>(rows, pg::set<&person::name>());
#endif
}
