// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the primary key and every unique key of a partitioned table hold all columns
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
        return pg::table("things", pg::field<&t::name>.primary_key(), pg::partition_by_list(pg::lower(col<&t::name>)));
#else
        return pg::table("things", pg::field<&t::name>.primary_key(), pg::partition_by_list(col<&t::name>));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
