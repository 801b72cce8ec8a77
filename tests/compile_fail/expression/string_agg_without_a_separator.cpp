// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: string_agg() takes a separator
#include "../models.hpp"

#include <pgmodel/expression/array.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::string_agg(col<&team::name>)));
#else
    db.all(pg::select(pg::string_agg(col<&team::name>, ", ")));
#endif
}
