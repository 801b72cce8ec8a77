// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: set_links() has a header of its own; #include <pgmodel/session/links.hpp>
#include "../models.hpp"

#ifndef PGMODEL_BAD
#include <pgmodel/session/links.hpp>
#endif

struct membership {
    std::int64_t person_id{};
    std::int64_t team_id{};

    static constexpr auto table() {
        using m = membership;
        return pg::table("memberships", pg::primary_key(col<&m::person_id>, col<&m::team_id>),
                         pg::field<&m::person_id>.references(pg::model<person>), pg::field<&m::team_id>.references(pg::model<team>));
    }
};

void run(pg::connection& db) { db.set_links<&membership::person_id, &membership::team_id>(1, {2, 3}); }
