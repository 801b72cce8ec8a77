// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an index has a function or a cast that depends on the session
// expect: thing
#include "../models.hpp"

#include <pgmodel/expression/date_time.hpp>

struct thing {
    std::int64_t id{};
    std::int32_t number{};
    std::string name{};
    pg::timestamptz at{};
    pg::timestamptz made{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::index(pg::date_trunc<"day">(col<&t::at>)));
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::index(pg::date_trunc<"day">(pg::at_time_zone<"UTC">(col<&t::at>))));
#endif
    }
};

inline constexpr pg::registry<thing> things{};
