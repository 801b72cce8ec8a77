// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an identity column of this model has a server default as well
// expect: thing
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int32_t id{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key().identity().server_default(0));
    }
};
#else
struct thing {
    std::int32_t id{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key().server_default(0));
    }
};
#endif

inline constexpr pg::registry<thing> all{};
