// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an insert gives values to whole columns
#include "../models.hpp"

struct listed {
    std::int64_t id{};
    std::vector<std::string> tags{};
};

#ifdef PGMODEL_BAD
void run(pg::session& db) {
    db.execute(pg::insert_into(pg::model<listed>).values(col<&listed::id> = 1, col<&listed::tags>[1] = "x"));
}
#else
void run(pg::session& db) {
    db.execute(pg::insert_into(pg::model<listed>)
        .values(col<&listed::id> = 1, col<&listed::tags> = std::vector<std::string>{"x"}));
}
#endif
