// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a foreign key references columns of one table
// expect: seat::row
// expect: team::id
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    std::int32_t row{};
    std::int32_t number{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things",
            pg::field<&t::id>.primary_key(),
            pg::foreign_key(col<&t::row>, col<&t::id>).references(col<&seat::row>, col<&team::id>));
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
