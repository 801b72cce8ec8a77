// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: every column of this model can be NULL, so that a row of NULLs is not told from none beside an outer join
// expect: reading
#include "../models.hpp"

struct reading {
    std::optional<std::int64_t> team_id{};
    std::optional<double> value{};
    static constexpr auto table() { return pg::table("readings", pg::no_primary_key); }
};

void use([[maybe_unused]] pg::connection& db) {
    const auto joined = pg::select<reading>().from(pg::model<team>);
#ifdef PGMODEL_BAD
    (void)db.all(joined.left_join(pg::model<reading>).on(col<&reading::team_id> == col<&team::id>));
#else
    (void)db.all(joined.join(pg::model<reading>).on(col<&reading::team_id> == col<&team::id>));
#endif
}
