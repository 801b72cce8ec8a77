// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a primary key cannot be optional
// expect: thing::id
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::optional<std::int64_t> id{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key());
    }
};
#else
struct thing {
    std::int64_t id{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key());
    }
};
#endif

inline constexpr pg::registry<thing> all{};
