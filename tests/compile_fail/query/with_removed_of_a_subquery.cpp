// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: with_removed() takes a table: pgmodel::model<...>, an alias of it, or pgmodel::only(...)
#include "../models.hpp"

struct place {
    std::int64_t id{};
    std::string name{};
    bool gone{};

    static constexpr auto table() {
        using p = place;
        return pg::table("places", pg::field<&p::id>.primary_key(), pg::field<&p::name>.unique(), pg::field<&p::gone>.soft_delete());
    }
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(col<&place::id>).from(pg::with_removed(pg::subquery(pg::select<place>()))));
#else
    db.all(pg::select(col<&place::id>).from(pg::with_removed(pg::model<place>)));
#endif
}
