// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a partition key has a function or a cast that depends on the session
// expect: thing
#include "../models.hpp"

#include <pgmodel/partitions.hpp>

struct thing {
    std::int64_t id{};
    std::int32_t number{};
    std::string name{};
    pg::timestamptz at{};
    pg::timestamptz made{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::no_primary_key, pg::partition_by_range(pg::cast<pg::date>(col<&t::at>)));
#else
        return pg::table("things", pg::no_primary_key, pg::partition_by_range(col<&t::at>));
#endif
    }
};

inline constexpr pg::registry<thing> things{};
