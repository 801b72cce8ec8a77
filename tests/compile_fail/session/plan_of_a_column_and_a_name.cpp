// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: uses_index() takes the name of an index, or the columns and expressions of one
#include "../models.hpp"

#include <pgmodel/session/explain.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::explain(db, pg::select<person>()).uses_index(col<&person::age>, "people_age_idx");
#else
    (void)pg::explain(db, pg::select<person>()).uses_index("people_age_idx");
#endif
}
