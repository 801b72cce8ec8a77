// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a subquery has no place in a check, an index or a generated column
// expect: thing
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::int64_t number{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::check(col<&t::number>.in(pg::select(col<&person::id>).from(pg::model<person>))));
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::check(col<&t::number> > 3));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
