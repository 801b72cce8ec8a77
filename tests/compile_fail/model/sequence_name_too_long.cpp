// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the name of this sequence is longer than PostgreSQL's 63 bytes
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    std::int64_t number{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(),
                         pg::field<&t::number>.server_default(
                             pg::sequence<"nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn">().nextval()));
    }
};
#else
struct thing {
    std::int64_t id{};
    std::int64_t number{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(),
                         pg::field<&t::number>.server_default(
                             pg::sequence<"nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn">().nextval()));
    }
};
#endif

inline constexpr pg::registry<thing> things{};
