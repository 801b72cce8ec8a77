// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the column that via<> names is no foreign key to that model
#include "../models.hpp"

#include <pgmodel/session/links.hpp>

struct match {
    std::int64_t id{};
    std::int64_t winner_id{};

    static constexpr auto table() {
        using m = match;
        return pg::table("matches", pg::field<&m::winner_id>.references(pg::model<person>));
    }
};

void run([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.related<match, pg::via<&match::id>>(std::vector<person>{});
#else
    db.related<match, pg::via<&match::winner_id>>(std::vector<person>{});
#endif
}
