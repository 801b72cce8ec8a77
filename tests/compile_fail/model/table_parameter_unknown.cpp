// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: with() of this model's table names a storage parameter that
// expect: thing
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::int32_t number{};
    std::string name{};
    pg::timestamptz at{};
    pg::timestamptz made{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::with("filfactor", 70));
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::with("fillfactor", 70));
#endif
    }
};

inline constexpr pg::registry<thing> things{};
