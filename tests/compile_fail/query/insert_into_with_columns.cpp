// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an insert names its columns where it gives them values
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::insert_into(pg::model<team>, col<&team::name>);
#else
    pg::insert_into(pg::model<team>).columns(col<&team::name>);
#endif
}
