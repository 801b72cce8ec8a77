// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a foreign key must reference the primary key or a unique column
// expect: person::age
// expect: thing::boss
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    std::int32_t boss{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::boss>.references(col<&person::age>));
    }
};
#else
struct thing {
    std::int64_t id{};
    std::int64_t boss{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::boss>.references(col<&person::id>));
    }
};
#endif

inline constexpr pg::registry<thing> all{};
