// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a foreign key and the column that it references must have the same type
// expect: team
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
                             .default_partition("rest", pg::foreign_key(col<&t::name>).references(pg::model<team>))
#else
                             .default_partition("rest", pg::foreign_key(col<&t::other>).references(pg::model<team>, pg::of_another_type))
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};
