// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a full join keeps the rows of both sides, also those that are marked as removed; join
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
    db.all(pg::select(col<&team::id>, col<&place::id>).from(pg::model<team>).full_join(pg::model<place>).on(col<&team::id> == col<&place::id>));
#else
    db.all(pg::select(col<&team::id>, col<&place::id>).from(pg::model<team>).full_join(pg::subquery(pg::select<place>())).on(col<&team::id> == col<&place::id>));
#endif
}
