// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a partitioned table holds no rows, so it has no storage parameters
#include "../models.hpp"

#include <pgmodel/partitions.hpp>

struct thing {
    std::int64_t id{};
    std::int32_t number{};
    pg::json_text kept{};
    pg::jsonb_text document{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::no_primary_key, pg::field<&t::id>.comment("its number"),
                         pg::partition_by_range(col<&t::number>).partition("a", pg::from(1), pg::to(2), pg::partition_by_hash(col<&t::id>), pg::with("fillfactor", 70)));
#else
        return pg::table("things", pg::no_primary_key, pg::field<&t::id>.comment("its number"),
                         pg::partition_by_range(col<&t::number>).partition("a", pg::from(1), pg::to(2), pg::with("fillfactor", 70)));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
