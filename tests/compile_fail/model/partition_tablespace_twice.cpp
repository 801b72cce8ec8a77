// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this model, or a partition of it, says twice what there is once
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
                         pg::partition_by_range(col<&t::number>).partition("a", pg::from(1), pg::to(2), pg::tablespace("a"), pg::tablespace("b")));
#else
        return pg::table("things", pg::no_primary_key, pg::field<&t::id>.comment("its number"),
                         pg::partition_by_range(col<&t::number>).partition("a", pg::from(1), pg::to(2), pg::tablespace("a")));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
