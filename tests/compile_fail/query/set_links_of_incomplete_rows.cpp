// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: set_links() gives values to two columns, but this model has another that needs one
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
struct role {
    std::int64_t person_id{};
    std::int64_t team_id{};
    std::string name{};

    static constexpr auto table() {
        return pg::table("roles", pg::primary_key(col<&role::person_id>, col<&role::team_id>));
    }
};

void run([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.set_links<&role::person_id, &role::team_id>(1, {2, 3});
#else
    db.set_links<&membership::person_id, &membership::team_id>(1, {2, 3});
#endif
}
