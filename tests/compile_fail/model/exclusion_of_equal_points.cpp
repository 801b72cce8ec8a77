// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL cannot compare values of this type
#include "../models.hpp"
#include <pgmodel/types/geometry.hpp>

struct thing {
    std::int64_t id{};
    pg::point a{};
    pg::circle b{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key()
#ifdef PGMODEL_BAD
                         , pg::exclude(col<&t::a>.with(pg::op<"=">)).using_gist()
#else
                         , pg::exclude(col<&t::a>.with(pg::op<"~=">)).using_gist()
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};
