// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a table is partitioned by a generated column
// expect: thing
#include "../models.hpp"

#include <pgmodel/partitions.hpp>

struct thing {
    std::int64_t id{};
    std::int32_t number{};
    std::int32_t next{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::no_primary_key, pg::field<&t::next>.generated(col<&t::number> + 1), pg::partition_by_range(col<&t::next>));
#else
        return pg::table("things", pg::no_primary_key, pg::field<&t::next>.generated(col<&t::number> + 1), pg::partition_by_range(col<&t::number>));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
