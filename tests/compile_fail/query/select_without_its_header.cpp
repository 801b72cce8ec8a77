// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the type of what is selected is only declared; include its header
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select(pg::to_tsvector<"english">(col<&person::name>)));
#else
    (void)db.all(pg::select(col<&person::name>).where(pg::to_tsvector<"english">(col<&person::name>).matches(pg::websearch<"english">("ada"))));
#endif
}
