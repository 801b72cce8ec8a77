// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a merge sees rows that are marked as removed; say
#include "../models.hpp"

#include <pgmodel/query/merge_into.hpp>

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
    db.execute(pg::merge_into(pg::model<place>).using_(pg::model<team>).on(col<&place::id> == col<&team::id>).when_matched().then_delete());
#else
    db.execute(pg::merge_into(pg::with_removed(pg::model<place>)).using_(pg::model<team>).on(col<&place::id> == col<&team::id>).when_matched().then_delete());
#endif
}
