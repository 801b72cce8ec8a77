// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a check of a partitioned table is one of its partitions, too
// expect: thing
#include "../models.hpp"

#include <pgmodel/partitions.hpp>

struct thing {
    std::int64_t id{};
    std::int32_t number{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::no_primary_key, pg::partition_by_range(col<&t::number>), pg::check(col<&t::number> > 0).no_inherit());
#else
        return pg::table("things", pg::no_primary_key, pg::partition_by_range(col<&t::number>), pg::check(col<&t::number> > 0));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
