// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an identity column is a plain integer
// expect: thing::name
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::name>.primary_key().identity());
    }
};
#else
struct thing {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key().identity());
    }
};
#endif

inline constexpr pg::registry<thing> all{};
