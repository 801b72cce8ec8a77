// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: related() goes along a foreign key that refers to the given rows
#include "../models.hpp"

#include <pgmodel/session/links.hpp>

struct membership {
    std::int64_t person_id{};
    std::int64_t team_id{};

    static constexpr auto table() {
        using m = membership;
        return pg::table("memberships", pg::primary_key(col<&m::person_id>, col<&m::team_id>),
                         pg::field<&m::person_id>.references(pg::model<person>), pg::field<&m::team_id>.references(pg::model<team>));
    }
};

void run([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.related<team, seat>(std::vector<person>{});
#else
    db.related<team, membership>(std::vector<person>{});
#endif
}
