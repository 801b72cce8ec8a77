// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a partition of this model has two primary keys
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
                             .default_partition("rest", pg::primary_key(col<&t::id>), pg::primary_key(col<&t::other>))
#else
                             .default_partition("rest", pg::primary_key(col<&t::id>), pg::unique(col<&t::other>))
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};
