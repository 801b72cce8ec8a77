// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a check stands beside the fields
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::name>.check(col<&t::name> != ""));
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::check(col<&t::name> != ""));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
