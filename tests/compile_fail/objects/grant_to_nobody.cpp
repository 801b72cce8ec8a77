// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: to() and from() take 1 to 32 names of roles
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
                         pg::grant(pg::select_privilege).to()
#else
                         pg::grant(pg::select_privilege).to("app")
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};
