// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a field is NOT NULL unless its type is std::optional
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::name>.not_null());
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::name>.comment("short"));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
