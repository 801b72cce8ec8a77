// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the model that is inserted into has no column called like this field of the query's rows
// expect: row
#include "../models.hpp"

struct pair {
    std::int64_t id;
    std::string name;
};

#ifdef PGMODEL_BAD
void run(pg::session& db) { db.execute(pg::insert_into(pg::model<team>).select(pg::select<seat>())); }
#else
void run(pg::session& db) {
    db.execute(pg::insert_into(pg::model<team>)
        .select(pg::select(pg::cast<std::int64_t>(col<&seat::row>), pg::lit<"x">).into<pair>()));
}
#endif
