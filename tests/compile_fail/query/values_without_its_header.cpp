// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: rows of values() have a header of their own; #include <pgmodel/query/values.hpp>
#include "../models.hpp"

#ifndef PGMODEL_BAD
#include <pgmodel/query/values.hpp>
#endif

struct point {
    std::int32_t x;
    std::int32_t y;
};

void run(pg::session& db) { db.all(pg::select<point>().from(pg::values<point>(pg::row(1, 2), pg::row(3, 4)))); }
