// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a server default speaks of a column or a placeholder
// expect: thing
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::int64_t number{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::number>.server_default(col<&t::id> + 1));
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::number>.server_default(3));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
