// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: parts of a text are found by starts_with(text)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().where(col<&person::name>.startswith("x")));
#else
    db.all(pg::select<person>().where(col<&person::name>.starts_with("x")));
#endif
}
