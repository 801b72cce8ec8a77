// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: there is no such privilege on such an object; on a table select
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
                         pg::grant(pg::execute_privilege).to("app")
#else
                         pg::grant(pg::select_privilege).to("app")
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};
