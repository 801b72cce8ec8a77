// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an index calls a function whose result can change
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
                         pg::index(pg::concat(col<&t::name>, col<&t::name>)));
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
                         pg::index(col<&t::name> + col<&t::name>));
    }
};
#endif

inline constexpr pg::registry<thing> things{};
