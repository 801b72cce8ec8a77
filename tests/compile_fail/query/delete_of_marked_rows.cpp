// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this model says soft_delete(), and DELETE would end its rows for good; mark them by
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
    db.execute(pg::delete_from(pg::model<place>).where(col<&place::id> == 1));
#else
    db.execute(pg::delete_from(pg::model<place>).with_removed().where(col<&place::id> == 1));
#endif
}
