// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a trigger of a partition has the name of one of its table that runs for each row
#include "../models.hpp"

#include <pgmodel/partitions.hpp>
#include <pgmodel/objects.hpp>

inline constexpr auto run = pg::trigger_function("run", "begin return null; end");

struct thing {
    std::int64_t id{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::no_primary_key, pg::trigger("by_statement").after().on_update().execute(run),
                         pg::trigger("by_row").after().on_update().for_each_row().execute(run),
                         pg::partition_by_hash(col<&t::id>)
                             .partition("things_0", pg::modulus<1>, pg::remainder<0>,
                                        pg::trigger("by_statement").after().on_update().for_each_row().execute(run),
                                        pg::partition_by_hash(col<&t::id>)
                                            .partition("things_0_0", pg::modulus<1>, pg::remainder<0>,
#ifdef PGMODEL_BAD
                                                       pg::trigger("by_row").after().on_delete().execute(run)
#else
                                                       pg::trigger("other").after().on_delete().execute(run)
#endif
                                                           )));
    }
};

inline constexpr pg::registry<thing> all{};
