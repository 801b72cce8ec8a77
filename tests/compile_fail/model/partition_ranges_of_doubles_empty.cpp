// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the range of a partition is empty
// expect: thing
#include "../models.hpp"

#include <pgmodel/partitions.hpp>

struct thing {
    std::int64_t id{};
    double key{};

    static constexpr auto table() {
        using t = thing;
        constexpr auto by = pg::partition_by_range(col<&t::key>).partition("first", pg::from(pg::min_value), pg::to(-1.5));
#ifdef PGMODEL_BAD
        return pg::table("things", pg::no_primary_key, by.partition("second", pg::from(-1.25), pg::to(-1.5)));
#else
        return pg::table("things", pg::no_primary_key, by.partition("second", pg::from(-1.5), pg::to(-1.25)));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
