// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: references() takes a column or a model
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::int64_t team_id{};
    std::int32_t n{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(),
#ifdef PGMODEL_BAD
                         pg::field<&t::team_id>.references("teams.id"));
#else
                         pg::field<&t::team_id>.references(col<&team::id>));
#endif
    }
};

inline constexpr pg::registry<thing, team> all{};
