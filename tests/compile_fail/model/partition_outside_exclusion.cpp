// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the primary key and every unique key of a partitioned table hold all columns that it is partitioned by
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
                         pg::partition_by_range(col<&t::number>), pg::exclude(col<&t::id>.with(pg::op<"=">), col<&t::number>.with(pg::op<"<>">)).using_gist());
#else
        return pg::table("things", pg::no_primary_key, pg::field<&t::id>.comment("its number"),
                         pg::partition_by_range(col<&t::number>), pg::exclude(col<&t::id>.with(pg::op<"<>">), col<&t::number>.with(pg::op<"=">)).using_gist());
#endif
    }
};

inline constexpr pg::registry<thing> all{};
