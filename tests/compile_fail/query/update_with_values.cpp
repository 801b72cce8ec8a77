// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: what an update gives its columns is said by .set(
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::update(pg::model<team>).values(col<&team::name> = "x").all_rows();
#else
    pg::update(pg::model<team>).set(col<&team::name> = "x").all_rows();
#endif
}
