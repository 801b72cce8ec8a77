// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a primary key cannot be optional
// expect: thing::name
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    std::optional<std::string> name{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::primary_key(col<&t::id>, col<&t::name>));
    }
};
#else
struct thing {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::primary_key(col<&t::id>, col<&t::name>));
    }
};
#endif

inline constexpr pg::registry<thing> all{};
