// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a subquery has no place in a server default
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::optional<std::int64_t> number{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::number>.server_default(pg::scalar(pg::select(pg::max(col<&person::id>)).from(pg::model<person>))));
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::number>.server_default(3));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
