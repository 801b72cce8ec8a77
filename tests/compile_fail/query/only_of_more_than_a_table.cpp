// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: only() takes pgmodel::model<...> or an alias of it
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
    db.all(pg::select(col<&place::id>).from(pg::only(pg::with_removed(pg::model<place>))));
#else
    db.all(pg::select(col<&place::id>).from(pg::with_removed(pg::only(pg::model<place>))));
#endif
}
