// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a timestamptz does not mix with a timestamp or a date, which the server would convert by the session's time zone
#include "../models.hpp"

struct meeting {
    std::int64_t id{};
    pg::date     day{};
};

void use([[maybe_unused]] pg::connection& db) {
    const auto order = pg::order_by(col<&meeting::id>);
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::lead(col<&meeting::day>, 1, pg::now()).over(order)));
#else
    db.all(pg::select(pg::lead(col<&meeting::day>, 1, col<&meeting::day>).over(order)));
#endif
}
