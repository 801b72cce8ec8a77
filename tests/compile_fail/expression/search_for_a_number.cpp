// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: text search takes a text
// expect: int
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::websearch<"english">(5));
#else
    (void)(pg::websearch<"english">("5"));
#endif
}
