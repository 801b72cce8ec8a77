// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: each row of values() has as many values as the struct has fields
#include "../models.hpp"

#include <pgmodel/query/values.hpp>

struct point {
    std::int32_t x;
    std::optional<std::string> y;
};

#ifdef PGMODEL_BAD
void run(pg::session& db) { db.all(pg::select<point>().from(pg::values<point>(pg::row(1, "a", 2)))); }
#else
void run(pg::session& db) { db.all(pg::select<point>().from(pg::values<point>(pg::row(1, "a")))); }
#endif
