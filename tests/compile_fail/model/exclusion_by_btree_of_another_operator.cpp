// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an exclusion constraint of this model is a B-tree, which knows only
// expect: thing
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::int32_t number{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::exclude(col<&t::number>.with(pg::op<"&&">)));
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::exclude(col<&t::number>.with(pg::op<"=">)));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
