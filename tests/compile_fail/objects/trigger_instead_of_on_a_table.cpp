// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: instead_of() is for views; a trigger of a table runs before() or after()
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
                         pg::trigger("t").instead_of().on_update().for_each_row().execute(run)
#else
                         pg::trigger("t").after().on_update().for_each_row().execute(run)
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};
