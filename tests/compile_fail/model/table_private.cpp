// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this struct has a table() that cannot describe it; write a public static constexpr auto table()
// expect: thing
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int32_t id{};

    private:
    static constexpr auto table() { return pg::table("things", pg::field<&thing::id>.primary_key()); }
};
#else
struct thing {
    std::int32_t id{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key());
    }
};
#endif

inline constexpr pg::registry<thing> all{};
