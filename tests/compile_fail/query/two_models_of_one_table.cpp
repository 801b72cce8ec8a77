// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: two tables of this query have one name
#include "../models.hpp"

struct team_name {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
#ifdef PGMODEL_BAD
        return pg::table("teams", pg::field<&team_name::id>.primary_key());
#else
        return pg::table("team_names", pg::field<&team_name::id>.primary_key());
#endif
    }
};

void use([[maybe_unused]] pg::connection& db) {
    db.all(pg::select(col<&team::name>).join(pg::model<team_name>).on(col<&team_name::id> == col<&team::id>));
}
