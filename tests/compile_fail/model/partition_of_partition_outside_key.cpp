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
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::partition_by_list(col<&t::id>).partition("p", pg::in(1), pg::partition_by_hash(col<&t::other>)));
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::partition_by_list(col<&t::id>).partition("p", pg::in(1), pg::partition_by_hash(col<&t::id>)));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
