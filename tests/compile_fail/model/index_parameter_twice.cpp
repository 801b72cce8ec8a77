// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: with() of a column, a key or an index of this model names a parameter twice
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
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::index(col<&t::name>).with("fillfactor", 70).with("fillfactor", 80));
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::index(col<&t::name>).with("fillfactor", 70));
#endif
    }
};

inline constexpr pg::registry<thing> things{};
