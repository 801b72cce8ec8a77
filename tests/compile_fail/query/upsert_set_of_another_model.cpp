// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: set<...>() of an upsert names fields of the row's model
#include "../models.hpp"

#include <pgmodel/session/upsert_many.hpp>

void run([[maybe_unused]] pg::connection& db, [[maybe_unused]] const std::vector<person>& rows) {
#ifdef PGMODEL_BAD
    db.upsert<&person::id>(rows, pg::set<&team::name>());
#else
    db.upsert<&person::id>(rows, pg::set<&person::name>());
#endif
}
