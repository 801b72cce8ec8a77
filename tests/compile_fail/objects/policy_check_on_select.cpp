// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a policy for_select() or for_delete() writes no rows; say using_() instead of with_check()
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
                         pg::row_level_security, pg::policy("p").for_select().with_check(col<&t::id> > 0)
#else
                         pg::row_level_security, pg::policy("p").for_select().using_(col<&t::id> > 0)
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};
