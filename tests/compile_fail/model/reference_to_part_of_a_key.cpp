// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a foreign key must reference the primary key or a unique column
// expect: seat::row
// expect: thing::row
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    std::int32_t row{};
    std::int32_t number{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::row>.references(col<&seat::row>));
    }
};
#else
struct thing {
    std::int64_t id{};
    std::int32_t row{};
    std::int32_t number{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things",
            pg::field<&t::id>.primary_key(),
            pg::foreign_key(col<&t::row>, col<&t::number>).references(col<&seat::row>, col<&seat::number>));
    }
};
#endif

inline constexpr pg::registry<thing> all{};
