// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: include() of this model names a column of the key itself
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
                             .default_partition("rest", pg::unique(col<&t::id>).include(col<&t::id>))
#else
                             .default_partition("rest", pg::unique(col<&t::id>).include(col<&t::name>))
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};
