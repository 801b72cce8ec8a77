// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a deferrable constraint cannot decide a conflict
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::int32_t a{};
    std::int32_t b{};
    std::optional<std::string> note{};
    std::string email{};
    std::int32_t cache{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key().identity_always(),
                         pg::field<&t::b>.generated(col<&t::a> * pg::lit<2>), pg::transient<&t::cache>,
                         pg::field<&t::email>.server_default("").unique(pg::named("things_email"), pg::deferrable),
                         pg::index(col<&t::note>).unique().where(col<&t::a> > pg::lit<3>),
                         pg::exclude(col<&t::a>.with(pg::op<"=">)).named("things_a"));
    }
};

#ifdef PGMODEL_BAD
void run(pg::session& db) {
    db.execute(pg::insert_into(pg::model<thing>).values(col<&thing::a> = 1)
        .on_conflict(pg::constraint<"things_email">).do_nothing());
}
#else
void run(pg::session& db) {
    db.execute(pg::insert_into(pg::model<thing>).values(col<&thing::a> = 1)
        .on_conflict(pg::constraint<"things_a">).do_nothing());
}
#endif
