// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the primary key and every unique key of a partitioned table hold all columns
// expect: thing
#include "../models.hpp"

#include <pgmodel/partitions.hpp>

struct thing {
    std::int32_t id{};
    std::int16_t other{};
    std::string name{};
    pg::date day{};
    std::string cache{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::no_primary_key,
                         pg::partition_by_range(col<&t::day>)
#ifdef PGMODEL_BAD
                             .default_partition("rest", pg::primary_key(col<&t::id>), pg::partition_by_hash(col<&t::other>))
#else
                             .default_partition("rest", pg::primary_key(col<&t::id>), pg::partition_by_hash(col<&t::id>))
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};
