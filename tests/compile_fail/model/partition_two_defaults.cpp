// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a table has one default partition
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
        return pg::table("things", pg::no_primary_key, pg::partition_by_list(col<&t::id>).default_partition("a").default_partition("b"));
#else
        return pg::table("things", pg::no_primary_key, pg::partition_by_list(col<&t::id>).default_partition("a"));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
