// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: via<> names one column, or of a table between two others both
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
    db.related<person, pg::via<&match::winner_id, &person::id>>(std::vector<person>{});
#else
    db.related<person, pg::via<&match::winner_id, &match::loser_id>>(std::vector<person>{});
#endif
}
