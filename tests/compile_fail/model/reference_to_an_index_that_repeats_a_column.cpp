// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a foreign key must reference the primary key or a unique column
// expect: of all rows
// expect: thing::boss
#include "../models.hpp"

struct boss {
    std::int64_t id{};
    std::int32_t number{};

    static constexpr auto table() {
        using b = boss;
#ifdef PGMODEL_BAD
        return pg::table("bosses", pg::field<&b::id>.primary_key(),
            pg::index(col<&b::number>, col<&b::number>.desc()).unique());
#else
        return pg::table("bosses", pg::field<&b::id>.primary_key(), pg::index(col<&b::number>).unique());
#endif
    }
};
struct thing {
    std::int64_t id{};
    std::int32_t boss{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::boss>.references(col<&boss::number>));
    }
};

inline constexpr pg::registry<thing> all{};
