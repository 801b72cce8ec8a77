// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a UNIQUE constraint has no condition; an index has: pgmodel::index(...).unique().where(...)
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::string name{};
    bool active{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::unique(col<&t::name>).where(col<&t::active> == pg::lit<true>));
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::index(col<&t::name>).unique().where(col<&t::active> == pg::lit<true>));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
