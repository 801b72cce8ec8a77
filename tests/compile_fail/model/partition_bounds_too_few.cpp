// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: from() and to() take one value for each key
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
        return pg::table("things", pg::no_primary_key, pg::partition_by_range(col<&t::id>, col<&t::other>).partition("p", pg::from(1), pg::to(2)));
#else
        return pg::table("things", pg::no_primary_key, pg::partition_by_range(col<&t::id>, col<&t::other>).partition("p", pg::from(1, 1), pg::to(2, pg::max_value)));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
