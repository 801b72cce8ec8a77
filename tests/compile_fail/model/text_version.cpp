// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a version is a plain integer
// expect: thing::name
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::name>.version());
    }
};
#else
struct thing {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::name>.primary_key(), pg::field<&t::id>.version());
    }
};
#endif

inline constexpr pg::registry<thing> all{};
