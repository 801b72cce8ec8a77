// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: in() names values of a table that is partitioned by list
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
        return pg::table("things", pg::no_primary_key, pg::partition_by_range(col<&t::id>).partition("p", pg::in(1)));
#else
        return pg::table("things", pg::no_primary_key, pg::partition_by_list(col<&t::id>).partition("p", pg::in(1)));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
