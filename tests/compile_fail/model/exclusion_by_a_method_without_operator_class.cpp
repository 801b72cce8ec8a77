// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an index or exclusion constraint of this model has a key that PostgreSQL cannot index so
// expect: thing
#include "../models.hpp"

#include <pgmodel/types/geometry.hpp>

struct thing {
    std::int64_t id{};
    pg::box around{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::exclude(col<&t::around>.with(pg::op<"=">)));
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::exclude(col<&t::around>.with(pg::op<"&&">)).using_gist());
#endif
    }
};

inline constexpr pg::registry<thing> all{};
