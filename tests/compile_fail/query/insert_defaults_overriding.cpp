// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: default_values() gives identity columns no value that could be overridden
#include "../models.hpp"

struct counter {
    std::int64_t id{};
};

#ifdef PGMODEL_BAD
void run(pg::session& db) {
    db.execute(pg::insert_into(pg::model<counter>).default_values().overriding_system_value());
}
#else
void run(pg::session& db) { db.execute(pg::insert_into(pg::model<counter>).default_values()); }
#endif
