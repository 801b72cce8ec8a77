// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a row is compared with a row: pgmodel::row(a, b) == pgmodel::row(x, y), or with a query, by #include <pgmodel/expression/row_value.hpp>
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<seat>().where(pg::row(col<&seat::row>, col<&seat::number>).overlaps(pg::row(1, 2))));
#else
    db.all(pg::select<seat>().where(pg::row(col<&seat::row>, col<&seat::number>).in(std::vector<std::tuple<int, int>>{{1, 2}})));
#endif
}
