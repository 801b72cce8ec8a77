// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a primary key has no NULLs; take nulls_not_distinct() away
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::int16_t number{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::primary_key(col<&t::id>, col<&t::number>).nulls_not_distinct());
#else
        return pg::table("things", pg::primary_key(col<&t::id>, col<&t::number>));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
