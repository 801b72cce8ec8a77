// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: partitions of a length of time need a table that is partitioned by range of one date
// expect: thing
#include "../models.hpp"

#include <pgmodel/partitions.hpp>

struct thing {
    std::int32_t id{};
    std::int32_t other{};
    std::string name{};
    pg::date day{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::no_primary_key, pg::partition_by_range(col<&t::name>).monthly());
#else
        return pg::table("things", pg::no_primary_key, pg::partition_by_range(col<&t::day>).monthly());
#endif
    }
};

inline constexpr pg::registry<thing> all{};
