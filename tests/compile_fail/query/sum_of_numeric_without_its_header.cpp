// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: numeric<> has a header of its own; #include <pgmodel/types/long_numeric.hpp>
#include "../models.hpp"

#ifndef PGMODEL_BAD
#include <pgmodel/types/long_numeric.hpp>
#endif

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select(pg::sum(col<&person::salary>)));
#else
    (void)db.all(pg::select(pg::sum(col<&person::salary>)));
#endif
}
