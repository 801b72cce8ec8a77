// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this declaration names a transient field, which is no column
// expect: thing
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int32_t id{};
    std::int32_t other{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::transient<&t::other>, pg::index(col<&t::other>.desc()));
    }
};
#else
struct thing {
    std::int32_t id{};
    std::int32_t other{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::transient<&t::other>, pg::index(col<&t::id>.desc()));
    }
};
#endif

inline constexpr pg::registry<thing> all{};
