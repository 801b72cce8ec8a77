// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: rows_from() takes functions
#include "../models.hpp"

#include <pgmodel/expression/array.hpp>
#include <pgmodel/query/set_returning.hpp>

struct tag { std::string text{}; };

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<tag>().from(pg::model<person>).cross_join(pg::rows_from<tag>(5)));
#else
    db.all(pg::select<tag>().from(pg::model<person>).cross_join(pg::rows_from<tag>(pg::unnest(col<&person::tags>))));
#endif
}
