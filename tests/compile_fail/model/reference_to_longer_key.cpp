// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a foreign key must have as many columns as the primary key that it references
// expect: thing::row
// expect: seat
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    std::int32_t row{};
    std::int32_t number{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::row>.references(pg::model<seat>));
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
            pg::foreign_key(col<&t::row>, col<&t::number>).references(pg::model<seat>));
    }
};
#endif

inline constexpr pg::registry<thing> all{};
