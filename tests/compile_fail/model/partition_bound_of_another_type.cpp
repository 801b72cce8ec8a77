// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this value has another type than the column or expression beside it
// expect: thing
#include "../models.hpp"

#include <pgmodel/partitions.hpp>

struct thing {
    std::int32_t id{};
    std::int32_t other{};
    std::string name{};
    pg::date day{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::no_primary_key, pg::partition_by_range(col<&t::day>).partition("p", pg::from(1), pg::to(2)));
#else
        return pg::table("things", pg::no_primary_key, pg::partition_by_range(col<&t::id>).partition("p", pg::from(1), pg::to(2)));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
