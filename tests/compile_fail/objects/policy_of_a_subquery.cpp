// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a subquery of a policy is written as SQL
// expect: thing
#include "../models.hpp"

#include <pgmodel/expression/fragment.hpp>
#include <pgmodel/objects.hpp>

struct thing {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::row_level_security,
#ifdef PGMODEL_BAD
                         pg::policy("p").using_(pg::exists(pg::select(col<&person::id>).from(pg::model<person>)))
#else
                         pg::policy("p").using_(pg::raw<"exists (select from people)", bool>())
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};
