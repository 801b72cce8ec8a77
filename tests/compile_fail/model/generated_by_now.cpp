// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a generated column calls a function whose result can change
// expect: thing
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    std::string name{};
    pg::timestamptz at{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(),
                         pg::field<&t::at>.generated(pg::now()));
    }
};
#else
struct thing {
    std::int64_t id{};
    std::string name{};
    pg::timestamptz at{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(),
                         pg::field<&t::at>.server_default(pg::now()));
    }
};
#endif

inline constexpr pg::registry<thing> things{};
