// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: check() takes one condition
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::int64_t team_id{};
    std::int32_t n{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(),
#ifdef PGMODEL_BAD
                         pg::check("positive", col<&t::n> > 0));
#else
                         pg::check(col<&t::n> > 0).named("positive"));
#endif
    }
};

inline constexpr pg::registry<thing, team> all{};
