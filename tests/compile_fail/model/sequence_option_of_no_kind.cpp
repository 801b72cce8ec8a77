// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a sequence takes pgmodel::start_with(), increment_by()
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    std::int64_t number{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(),
                         pg::field<&t::number>.server_default(pg::sequence<"n">(5).nextval()));
    }
};
#else
struct thing {
    std::int64_t id{};
    std::int64_t number{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(),
                         pg::field<&t::number>.server_default(pg::sequence<"n">(pg::start_with(5)).nextval()));
    }
};
#endif

inline constexpr pg::registry<thing> things{};
