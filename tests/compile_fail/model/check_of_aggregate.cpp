// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an aggregate such as count() or max() has no place in a table's declaration
// expect: check
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int32_t id{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::check(pg::max(col<&t::id>) > 1));
    }
};
#else
struct thing {
    std::int32_t id{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::check(col<&t::id> > 1));
    }
};
#endif

inline constexpr pg::registry<thing> all{};
