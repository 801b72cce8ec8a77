// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column is GENERATED ALWAYS AS IDENTITY, so the server numbers it
#include "../models.hpp"

struct numbered {
    std::int64_t id{};
    std::int32_t a{};

    static constexpr auto table() {
        return pg::table("numbered", pg::field<&numbered::id>.primary_key().identity_always());
    }
};

#ifdef PGMODEL_BAD
void run(pg::session& db) { db.execute(pg::insert_into(pg::model<numbered>).select(pg::select<numbered>())); }
#else
void run(pg::session& db) {
    db.execute(pg::insert_into(pg::model<numbered>).overriding_user_value().select(pg::select<numbered>()));
}
#endif
