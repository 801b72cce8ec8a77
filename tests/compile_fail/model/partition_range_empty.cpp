// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the range of a partition is empty
// expect: thing
#include "../models.hpp"

#include <pgmodel/partitions.hpp>

struct thing {
    std::int64_t id{};
    std::int32_t number{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::no_primary_key, pg::partition_by_range(col<&t::number>).partition("first", pg::from(10), pg::to(1)));
#else
        return pg::table("things", pg::no_primary_key, pg::partition_by_range(col<&t::number>).partition("first", pg::from(1), pg::to(10)));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
