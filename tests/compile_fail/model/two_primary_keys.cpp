// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this model declares two primary keys
// expect: thing
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::name>.primary_key());
    }
};
#else
struct thing {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key());
    }
};
#endif

inline constexpr pg::registry<thing> all{};
