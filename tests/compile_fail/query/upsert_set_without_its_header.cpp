// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: set<...>() is for upsert() of many rows; #include <pgmodel/session/upsert_many.hpp>
#include "../models.hpp"

#ifndef PGMODEL_BAD
#include <pgmodel/session/upsert_many.hpp>
#endif

void use([[maybe_unused]] pg::connection& db) {
    const auto what = pg::set<&team::name>();
    db.upsert<&team::id>(std::vector<team>{}, what);
}
