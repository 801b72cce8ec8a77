// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: without a query of the model itself
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::int64_t number{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::check(pg::exists(pg::select<t>().where(col<&t::number> > 3))));
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::check(col<&t::number> > 3));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
