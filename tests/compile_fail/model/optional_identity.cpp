// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an identity column is a plain integer
// expect: thing::n
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    std::optional<int> n{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::n>.identity());
    }
};
#else
struct thing {
    std::int64_t id{};
    int n{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::n>.identity());
    }
};
#endif

inline constexpr pg::registry<thing> all{};
