// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: with() of a column, a key or an index of this model names a parameter that PostgreSQL
// expect: thing
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::int32_t number{};
    std::string name{};
    pg::timestamptz at{};
    pg::timestamptz made{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::name>.with("distinct", -0.5));
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::name>.with("n_distinct", -0.5));
#endif
    }
};

inline constexpr pg::registry<thing> things{};
