// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this model's primary key names a transient field
// expect: thing
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int32_t id{};
    std::int32_t other{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::primary_key(col<&t::id>, col<&t::other>), pg::transient<&t::other>);
    }
};
#else
struct thing {
    std::int32_t id{};
    std::int32_t other{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::transient<&t::other>);
    }
};
#endif

inline constexpr pg::registry<thing> all{};
