// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this field is transient, so it is no column of its table
// expect: thing
#include "../models.hpp"

struct thing {
    std::int32_t id{};
    std::int32_t other{};

    static constexpr auto table() {
        return pg::table("things", pg::field<&thing::id>.primary_key(), pg::transient<&thing::other>);
    }
};

#ifdef PGMODEL_BAD
void run(pg::session& db) { db.all(pg::select<thing>().where(col<&thing::other> == 1)); }
#else
void run(pg::session& db) { db.all(pg::select<thing>().where(col<&thing::id> == 1)); }
#endif
