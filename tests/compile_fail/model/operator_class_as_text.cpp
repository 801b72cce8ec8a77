// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: ops() takes an operator class
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::index(col<&t::name>.ops("text_pattern_ops")));
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::index(col<&t::name>.ops(pg::text_pattern_ops)));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
