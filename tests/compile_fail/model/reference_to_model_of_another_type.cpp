// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a foreign key and the column that it references must have the same type
// expect: thing::team_id
// expect: team
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    std::string team_id{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::team_id>.references(pg::model<team>));
    }
};
#else
struct thing {
    std::int64_t id{};
    std::int64_t team_id{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::team_id>.references(pg::model<team>));
    }
};
#endif

inline constexpr pg::registry<thing> all{};
