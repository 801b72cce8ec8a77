// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a partition key calls a function whose result can change
// expect: thing
#include "../models.hpp"

#include <pgmodel/partitions.hpp>

struct thing {
    std::int64_t id{};
    pg::timestamptz made{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::no_primary_key, pg::field<&t::id>.index(), pg::partition_by_range(pg::now()));
#else
        return pg::table("things", pg::no_primary_key, pg::partition_by_range(col<&t::made>));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
