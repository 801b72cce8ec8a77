// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this expression can be NULL; make the field of the row of values() a std::optional
#include "../models.hpp"

#include <pgmodel/query/values.hpp>

struct point {
    std::int32_t x;
    std::optional<std::string> y;
};

#ifdef PGMODEL_BAD
void run(pg::session& db) {
    db.all(pg::select<point>().from(pg::values<point>(pg::row(pg::nullif(pg::lit<1>, 2), "a"))));
}
#else
void run(pg::session& db) { db.all(pg::select<point>().from(pg::values<point>(pg::row(1, "a")))); }
#endif
