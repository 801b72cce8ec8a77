// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: behind the bounds of a partition stands what it has of its own
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
                             .default_partition("rest", pg::transient<&t::cache>)
#else
                             .default_partition("rest", pg::unique(col<&t::id>))
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};
