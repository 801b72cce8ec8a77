// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this struct has both a table() of its own and a pgmodel::table_of
// expect: thing
#include "../models.hpp"

struct thing {
    std::int64_t id{};

    static constexpr auto table() { return pg::table("things", pg::field<&thing::id>.primary_key()); }
};

#ifdef PGMODEL_BAD
template <>
struct pgmodel::table_of<thing> {
    static constexpr auto table() { return pg::table("other", pg::field<&thing::id>.primary_key()); }
};
#endif

inline constexpr pg::registry<thing> all{};
