// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this declaration names a field twice
// expect: thing
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int32_t id{};
    std::int32_t other{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::unique(col<&t::other>, col<&t::other>));
    }
};
#else
struct thing {
    std::int32_t id{};
    std::int32_t other{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::unique(col<&t::id>, col<&t::other>));
    }
};
#endif

inline constexpr pg::registry<thing> all{};
