// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a trigger of a partitioned table that runs for each row has no tables of the changed rows
#include "../models.hpp"

#include <pgmodel/partitions.hpp>
#include <pgmodel/objects.hpp>

inline constexpr auto run = pg::trigger_function("run", "begin return null; end");

struct thing {
    std::int64_t id{};
    std::int32_t number{};
    pg::json_text kept{};
    pg::jsonb_text document{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::no_primary_key, pg::field<&t::id>.comment("its number"),
                         pg::partition_by_range(col<&t::number>),
                         pg::trigger("t").after().on_insert().for_each_row().referencing_new("fresh").execute(run));
#else
        return pg::table("things", pg::no_primary_key, pg::field<&t::id>.comment("its number"),
                         pg::partition_by_range(col<&t::number>),
                         pg::trigger("t").after().on_insert().referencing_new("fresh").execute(run));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
