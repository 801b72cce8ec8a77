// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an aggregate or a window function has no place in values(); make it in a subquery
#include "../models.hpp"

#include <pgmodel/query/values.hpp>

struct point {
    std::int32_t x;
    std::optional<std::string> y;
};

#ifdef PGMODEL_BAD
void run(pg::session& db) {
    db.all(pg::select<point>().from(pg::values<point>(pg::row(pg::cast<int>(pg::count()), "a"))));
}
#else
void run(pg::session& db) { db.all(pg::select<point>().from(pg::values<point>(pg::row(1, "a")))); }
#endif
