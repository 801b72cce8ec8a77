// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the remainder of a hash partition is at least 0 and less than its modulus
// expect: 4
#include "../models.hpp"

#include <pgmodel/partitions.hpp>

struct thing {
    std::int32_t id{};
    std::int32_t other{};
    std::string name{};
    pg::date day{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::no_primary_key, pg::partition_by_hash(col<&t::id>).partition("p", pg::modulus<4>, pg::remainder<4>));
#else
        return pg::table("things", pg::no_primary_key, pg::partition_by_hash(col<&t::id>).partition("p", pg::modulus<4>, pg::remainder<3>));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
