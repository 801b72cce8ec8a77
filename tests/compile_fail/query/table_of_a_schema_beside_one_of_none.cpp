// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: two tables of this query have one name
#include "../models.hpp"

// A column of a table without a schema is written teams.name, which is one of either table.
struct kept_team {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        return pg::table("teams", pg::in_schema("archive"), pg::field<&kept_team::id>.primary_key());
    }
};
#ifdef PGMODEL_BAD
inline constexpr auto kept = pg::model<kept_team>;
inline constexpr auto kept_id = pg::col<&kept_team::id>;
#else
inline constexpr auto kept = pg::alias<kept_team, "kept">;
inline constexpr auto kept_id = kept[pg::col<&kept_team::id>];
#endif

void use([[maybe_unused]] pg::connection& db) {
    db.all(pg::select(col<&team::name>).join(kept).on(kept_id == col<&team::id>));
}
