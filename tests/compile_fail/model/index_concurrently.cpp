// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: CONCURRENTLY is said where the index is made
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::index(col<&t::name>).concurrently());
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::index(col<&t::name>));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
