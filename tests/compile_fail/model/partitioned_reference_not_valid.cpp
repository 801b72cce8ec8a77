// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a foreign key of a partitioned table is always valid
// expect: thing
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::int32_t number{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::no_primary_key, pg::partition_by_range(col<&t::number>), pg::field<&t::id>.references(pg::model<person>, pg::not_valid));
#else
        return pg::table("things", pg::no_primary_key, pg::partition_by_range(col<&t::number>), pg::field<&t::id>.references(pg::model<person>));
#endif
    }
};

inline constexpr pg::registry<person, team, thing> all{};
