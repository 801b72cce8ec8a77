// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: when() is said once; join conditions by &&
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
                         pg::trigger("t").after().on_update().for_each_row().when(pg::row_changed).when(pg::row_changed).execute(run)
#else
                         pg::trigger("t").after().on_update().for_each_row().when(pg::row_changed).execute(run)
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};
