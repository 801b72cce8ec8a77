// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this value has another type than the column or expression beside it
// expect: thing::name
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::name>.server_default(5));
    }
};
#else
struct thing {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::name>.server_default("five"));
    }
};
#endif

inline constexpr pg::registry<thing> all{};
