// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this model has a primary key, and one of its partitions has another
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
        return pg::table("things", pg::primary_key(col<&t::id>, col<&t::day>),
                         pg::partition_by_range(col<&t::day>)
#ifdef PGMODEL_BAD
                             .default_partition("rest", pg::primary_key(col<&t::id>))
#else
                             .default_partition("rest", pg::unique(col<&t::id>))
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};
