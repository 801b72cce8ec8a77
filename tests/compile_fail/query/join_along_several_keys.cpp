// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column is part of several foreign keys
#include "../models.hpp"

struct game {
    std::int64_t id{};
    std::int64_t home{};
    static constexpr auto table() {
        return pg::table("games", pg::field<&game::id>.primary_key(), pg::foreign_key(col<&game::home>).references(pg::model<team>),
                         pg::foreign_key(col<&game::home>).references(pg::model<person>).named("second"));
    }
};
void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<game>().join(col<&game::home>));
#else
    db.all(pg::select<game>().join(pg::model<team>).on(col<&team::id> == col<&game::home>));
#endif
}
