// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a partitioned table holds no rows, so it has no storage parameters
// expect: thing
#include "../models.hpp"

#include <pgmodel/partitions.hpp>

struct thing {
    std::int64_t id{};
    std::int32_t number{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::no_primary_key, pg::partition_by_range(col<&t::number>), pg::with("fillfactor", 70));
#else
        return pg::table("things", pg::no_primary_key, pg::partition_by_range(col<&t::number>));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
