// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: two partitions of this model overlap
// expect: thing
#include "../models.hpp"

#include <pgmodel/partitions.hpp>

struct thing {
    std::int64_t id{};
    float key{};

    static constexpr auto table() {
        using t = thing;
        constexpr auto by = pg::partition_by_range(col<&t::key>).partition("first", pg::from(pg::min_value), pg::to(1.1));
#ifdef PGMODEL_BAD
        return pg::table("things", pg::no_primary_key, by.partition("second", pg::from(1.09), pg::to(2)));
#else
        return pg::table("things", pg::no_primary_key, by.partition("second", pg::from(1.1), pg::to(2)));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
