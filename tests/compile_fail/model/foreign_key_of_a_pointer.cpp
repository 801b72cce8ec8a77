// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a key is made of columns
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::int64_t team_id{};
    std::int32_t n{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(),
#ifdef PGMODEL_BAD
                         pg::foreign_key(&t::team_id));
#else
                         pg::foreign_key(col<&t::team_id>).references(col<&team::id>));
#endif
    }
};

inline constexpr pg::registry<thing, team> all{};
