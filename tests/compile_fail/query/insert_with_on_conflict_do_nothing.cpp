// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a conflict is answered by
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::insert_into(pg::model<team>).values(col<&team::name> = "x").on_conflict_do_nothing();
#else
    pg::insert_into(pg::model<team>).values(col<&team::name> = "x").on_conflict().do_nothing();
#endif
}
