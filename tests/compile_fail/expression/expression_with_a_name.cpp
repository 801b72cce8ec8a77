// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: what is selected needs no name
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::select(col<&team::name>.as("n"));
#else
    (void)pg::select(col<&team::name>);
#endif
}
