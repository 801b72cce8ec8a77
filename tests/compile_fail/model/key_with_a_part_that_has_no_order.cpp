// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a key of this model has a field that PostgreSQL cannot sort
// expect: thing
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::vector<pg::json_text> documents{};
    std::string name{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::unique(col<&t::id>, col<&t::documents>));
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::unique(col<&t::id>, col<&t::name>));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
