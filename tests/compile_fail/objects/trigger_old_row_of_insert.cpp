// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: when() of a trigger speaks of what it cannot see: for each row it sees pgmodel::old_row (not on insert) and new_row (not on delete) of its own table
#include "../models.hpp"

#include <pgmodel/objects.hpp>

inline constexpr auto run = pg::trigger_function("run", "begin return null; end");

struct thing {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(),
#ifdef PGMODEL_BAD
                         pg::trigger("t").after().on_insert().for_each_row().when(pg::old_row[col<&t::name>] == "x").execute(run)
#else
                         pg::trigger("t").after().on_insert().for_each_row().when(pg::new_row[col<&t::name>] == "x").execute(run)
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};
