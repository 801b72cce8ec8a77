// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an index or exclusion constraint of this model has a key that PostgreSQL cannot index so
// expect: thing
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::index(col<&t::name>.ops(pg::gin_trgm_ops)));
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::index(col<&t::name>.ops(pg::gin_trgm_ops)).using_gin());
#endif
    }
};

inline constexpr pg::registry<thing> all{};
