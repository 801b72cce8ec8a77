// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this model declares several foreign keys to the other one; name the column
#include "../models.hpp"

#include <pgmodel/session/links.hpp>

struct match {
    std::int64_t id{};
    std::int64_t winner_id{};
    std::int64_t loser_id{};

    static constexpr auto table() {
        using m = match;
        return pg::table("matches", pg::field<&m::winner_id>.references(pg::model<person>),
                         pg::field<&m::loser_id>.references(pg::model<person>));
    }
};

void run([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.related<match>(std::vector<person>{});
#else
    db.related<match, pg::via<&match::winner_id>>(std::vector<person>{});
#endif
}
