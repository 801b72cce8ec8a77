// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this struct has a table() that cannot describe it
// expect: with constants that the fields can hold
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::int16_t number = 7;

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::number>.server_default(70000));
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::number>.server_default(7));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
