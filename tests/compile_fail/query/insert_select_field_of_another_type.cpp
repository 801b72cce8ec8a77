// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this field of the query's rows has another type than the column that is called like it
#include "../models.hpp"

struct pair {
    std::int64_t id;
    std::string name;
};
struct numbers {
    std::int32_t id;
    std::int32_t name;
};

#ifdef PGMODEL_BAD
void run(pg::session& db) {
    db.execute(pg::insert_into(pg::model<team>)
        .select(pg::select(col<&seat::row>, col<&seat::number>).into<numbers>()));
}
#else
void run(pg::session& db) {
    db.execute(pg::insert_into(pg::model<team>)
        .select(pg::select(pg::cast<std::int64_t>(col<&seat::row>), pg::lit<"x">).into<pair>()));
}
#endif
