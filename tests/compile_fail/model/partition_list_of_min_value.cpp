// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: min_value and max_value are bounds of a range
// expect: thing
#include "../models.hpp"

#include <pgmodel/partitions.hpp>

struct thing {
    std::int64_t id{};
    std::int32_t number{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::no_primary_key, pg::partition_by_list(col<&t::number>).partition("first", pg::in(1, pg::min_value)));
#else
        return pg::table("things", pg::no_primary_key, pg::partition_by_list(col<&t::number>).partition("first", pg::in(1, pg::null_value)));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
