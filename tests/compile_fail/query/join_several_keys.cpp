// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: several foreign keys lead from this model to the others
#include "../models.hpp"

struct match {
    std::int64_t id{};
    std::int64_t home{}, guest{};

    static constexpr auto table() {
        using m = match;
        return pg::table("matches", pg::field<&m::id>.primary_key(), pg::field<&m::home>.references(col<&team::id>),
                         pg::field<&m::guest>.references(col<&team::id>));
    }
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<match>().join(pg::model<team>));
#else
    db.all(pg::select<match>().join(col<&match::home>));
#endif
}
