// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a unique key of this model is deferrable; with soft_delete() it holds among the rows that
// expect: thing
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    std::string name{};
    std::optional<pg::timestamptz> removed_at{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::name>.unique(pg::deferrable), pg::field<&t::removed_at>.soft_delete());
    }
};
#else
struct thing {
    std::int64_t id{};
    std::string name{};
    std::optional<pg::timestamptz> removed_at{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::name>.unique(), pg::field<&t::removed_at>.soft_delete());
    }
};
#endif

inline constexpr pg::registry<thing> all{};
