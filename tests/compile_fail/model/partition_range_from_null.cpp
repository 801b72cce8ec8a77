// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: NULL is no bound of a range
// expect: thing
#include "../models.hpp"

#include <pgmodel/partitions.hpp>

struct thing {
    std::int64_t id{};
    std::int32_t number{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::no_primary_key, pg::partition_by_range(col<&t::number>).partition("first", pg::from(pg::null_value), pg::to(10)));
#else
        return pg::table("things", pg::no_primary_key, pg::partition_by_range(col<&t::number>).partition("first", pg::from(pg::min_value), pg::to(10)));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
