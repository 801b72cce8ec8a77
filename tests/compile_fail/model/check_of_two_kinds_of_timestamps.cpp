// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a timestamptz does not mix with a timestamp or a date
#include "../models.hpp"
#include <pgmodel/expression/date_time.hpp>

struct thing {
    std::int64_t id{};
    pg::timestamptz a{};
    pg::timestamp b{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key()
#ifdef PGMODEL_BAD
                         , pg::check(col<&t::a> > col<&t::b>)
#else
                         , pg::check(pg::at_time_zone<"UTC">(col<&t::a>) > col<&t::b>)
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};
