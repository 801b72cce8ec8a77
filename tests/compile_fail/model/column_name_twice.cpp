// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: two columns of this model have the same name
// expect: thing
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int32_t id{};
    std::int32_t other{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::other>.named("id"));
    }
};
#else
struct thing {
    std::int32_t id{};
    std::int32_t other{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::other>.named("id2"));
    }
};
#endif

inline constexpr pg::registry<thing> all{};
