// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: pgmodel::embedded takes a field that is a plain struct; this one is a column already
// expect: thing::name
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::string name{};
    static constexpr auto table() {
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&thing::id>.primary_key(), pg::embedded<&thing::name>);
#else
        return pg::table("things", pg::field<&thing::id>.primary_key(), pg::field<&thing::name>);
#endif
    }
};

inline constexpr pg::registry<thing> all{};
