// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a value stands twice in the lists of this model's partitions
// expect: thing
#include "../models.hpp"

#include <pgmodel/partitions.hpp>

struct thing {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::no_primary_key, pg::partition_by_list(col<&t::name>).partition("first", pg::in("a", "b")).partition("second", pg::in("b")));
#else
        return pg::table("things", pg::no_primary_key, pg::partition_by_list(col<&t::name>).partition("first", pg::in("a", "b")).partition("second", pg::in("c")));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
