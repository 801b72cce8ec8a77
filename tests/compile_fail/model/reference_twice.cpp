// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this field already references a column
// expect: thing::team_id
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    std::int64_t team_id{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things",
            pg::field<&t::id>.primary_key(),
            pg::field<&t::team_id>.references(col<&team::id>).references(pg::model<team>));
    }
};
#else
struct thing {
    std::int64_t id{};
    std::int64_t team_id{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::team_id>.references(col<&team::id>));
    }
};
#endif

inline constexpr pg::registry<thing> all{};
