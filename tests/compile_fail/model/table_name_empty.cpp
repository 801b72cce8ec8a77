// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the name of this model's table is empty
// expect: thing
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int32_t id{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("", pg::field<&t::id>.primary_key());
    }
};
#else
struct thing {
    std::int32_t id{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key());
    }
};
#endif

inline constexpr pg::registry<thing> all{};
