// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a column of this model is called like a system column of PostgreSQL
// expect: thing
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int32_t id{};
    std::int32_t xmin{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key());
    }
};
#else
struct thing {
    std::int32_t id{};
    std::int32_t xmin{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::xmin>.named("x_min"));
    }
};
#endif

inline constexpr pg::registry<thing> all{};
