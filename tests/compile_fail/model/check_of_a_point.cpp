// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL cannot compare values of this type
#include "../models.hpp"
#include <pgmodel/types/geometry.hpp>

struct thing {
    std::int64_t id{};
    pg::point a{};
    pg::box b{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key()
#ifdef PGMODEL_BAD
                         , pg::check(col<&t::a> == pg::point{})
#else
                         , pg::check(col<&t::b> == pg::box{})
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};
