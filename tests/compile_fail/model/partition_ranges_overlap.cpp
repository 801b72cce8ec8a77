// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: two partitions of this model overlap
// expect: thing
#include "../models.hpp"

#include <pgmodel/partitions.hpp>

struct thing {
    std::int64_t id{};
    std::int32_t number{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::no_primary_key, pg::partition_by_range(col<&t::number>).partition("first", pg::from(pg::min_value), pg::to(10)).partition("second", pg::from(9), pg::to(20)));
#else
        return pg::table("things", pg::no_primary_key, pg::partition_by_range(col<&t::number>).partition("first", pg::from(pg::min_value), pg::to(10)).partition("second", pg::from(10), pg::to(20)));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
