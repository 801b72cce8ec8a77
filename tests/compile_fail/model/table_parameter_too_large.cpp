// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: with() of this model's table has a value that the storage parameter does not take
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
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::with("fillfactor", 101));
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::with("fillfactor", 100));
#endif
    }
};

inline constexpr pg::registry<thing> things{};
