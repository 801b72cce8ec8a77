// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: another query reads this field, and the expression at its place has another type on the server
// expect: places
#include "../models.hpp"

struct places {
    std::int64_t row{};
};

void use([[maybe_unused]] pg::connection& db) {
    auto gone = pg::delete_from(pg::model<seat>).where(col<&seat::row> == 1);
#ifdef PGMODEL_BAD
    db.all(pg::with(pg::cte(gone.returning(col<&seat::row>).into<places>())).select<places>());
#else
    db.all(pg::with(pg::cte(gone.returning(pg::cast<std::int64_t>(col<&seat::row>)).into<places>())).select<places>());
#endif
}
