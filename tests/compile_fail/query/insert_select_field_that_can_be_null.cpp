// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this field of the query's rows can be NULL, and the column that is called like it cannot
#include "../models.hpp"

struct pair {
    std::int64_t id;
    std::string name;
};
struct perhaps {
    std::int64_t id;
    std::optional<std::string> name;
};

#ifdef PGMODEL_BAD
void run(pg::session& db) {
    db.execute(pg::insert_into(pg::model<team>)
        .select(pg::select(col<&person::id>, col<&person::nick>).into<perhaps>()));
}
#else
void run(pg::session& db) {
    db.execute(pg::insert_into(pg::model<team>)
        .select(pg::select(col<&person::id>, col<&person::name>).into<pair>()));
}
#endif
