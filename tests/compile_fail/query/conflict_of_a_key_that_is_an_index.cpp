// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: with soft_delete() this unique key is an index and no constraint; name its columns here
#include "../models.hpp"

struct place {
    std::int64_t id{};
    std::string name{};
    bool gone{};

    static constexpr auto table() {
        using p = place;
        return pg::table("places", pg::field<&p::id>.primary_key(), pg::field<&p::name>.unique(pg::named("places_name")), pg::field<&p::gone>.soft_delete());
    }
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::insert_into(pg::model<place>).values(col<&place::id> = 1, col<&place::name> = "x", col<&place::gone> = false).on_conflict(pg::constraint<"places_name">).do_nothing());
#else
    db.execute(pg::insert_into(pg::model<place>).values(col<&place::id> = 1, col<&place::name> = "x", col<&place::gone> = false).on_conflict(col<&place::name>).do_nothing());
#endif
}
