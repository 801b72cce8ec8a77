// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a window function has no place in a table's declaration
// expect: thing
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::int64_t number{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::index(pg::row_number().over(pg::order_by(col<&t::number>))));
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::index(col<&t::number>));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
