// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this model has policies, which hold only with row-level security; add pgmodel::row_level_security
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
                         pg::policy("p").using_(col<&t::id> > 0)
#else
                         pg::row_level_security, pg::policy("p").using_(col<&t::id> > 0)
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};
