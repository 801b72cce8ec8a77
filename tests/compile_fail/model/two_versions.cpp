// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this model has two version columns
// expect: thing
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    int a{};
    int b{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things",
            pg::field<&t::id>.primary_key(), pg::field<&t::a>.version(), pg::field<&t::b>.version());
    }
};
#else
struct thing {
    std::int64_t id{};
    int a{};
    int b{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::a>.version());
    }
};
#endif

inline constexpr pg::registry<thing> all{};
