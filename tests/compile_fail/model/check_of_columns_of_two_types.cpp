// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: these two expressions have different types and cannot be compared
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::int32_t a{};
    std::string b{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key()
#ifdef PGMODEL_BAD
                         , pg::check(col<&t::a> == col<&t::b>)
#else
                         , pg::check(pg::cast<std::string>(col<&t::a>) == col<&t::b>)
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};
