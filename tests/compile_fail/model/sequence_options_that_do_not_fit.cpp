// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the options of a sequence of this model do not fit
// expect: thing
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    std::int64_t number{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(),
                         pg::field<&t::number>.server_default(pg::sequence<"n">(pg::increment_by(0)).nextval()));
    }
};
#else
struct thing {
    std::int64_t id{};
    std::int64_t number{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(),
                         pg::field<&t::number>.server_default(pg::sequence<"n">(pg::increment_by(2)).nextval()));
    }
};
#endif

inline constexpr pg::registry<thing> things{};
