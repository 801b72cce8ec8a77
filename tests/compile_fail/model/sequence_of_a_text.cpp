// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a sequence is of std::int16_t, std::int32_t or std::int64_t
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    std::int64_t number{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(),
                         pg::field<&t::number>.server_default(pg::sequence<"n", std::string>().nextval()));
    }
};
#else
struct thing {
    std::int64_t id{};
    std::int64_t number{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(),
                         pg::field<&t::number>.server_default(pg::sequence<"n", std::int32_t>().nextval()));
    }
};
#endif

inline constexpr pg::registry<thing> things{};
