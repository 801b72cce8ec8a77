// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: two partitions of this model overlap
// expect: thing
#include "../models.hpp"

#include <pgmodel/partitions.hpp>

struct thing {
    std::int64_t id{};
    pg::numeric<30, 2> key{};

    static constexpr auto table() {
        using t = thing;
        constexpr auto by = pg::partition_by_range(col<&t::key>).partition("first", pg::from(pg::min_value), pg::to(pg::numeric<30, 2>{"90000000000000000000.50"}));
#ifdef PGMODEL_BAD
        return pg::table("things", pg::no_primary_key, by.partition("second", pg::from(pg::numeric<30, 2>{"90000000000000000000.49"}), pg::to(pg::max_value)));
#else
        return pg::table("things", pg::no_primary_key, by.partition("second", pg::from(pg::numeric<30, 2>{"90000000000000000000.50"}), pg::to(pg::max_value)));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
