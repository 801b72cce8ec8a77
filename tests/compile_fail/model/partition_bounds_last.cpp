// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: partition() takes a name, its bounds, which are from() and to(), in(), or modulus and remainder
#include "../models.hpp"

#include <pgmodel/partitions.hpp>

struct thing {
    std::int64_t id{};
    std::int32_t number{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::no_primary_key,
                         pg::partition_by_range(col<&t::number>)
#ifdef PGMODEL_BAD
                             .partition("first", pg::unlogged, pg::from(1), pg::to(5))
#else
                             .partition("first", pg::from(1), pg::to(5), pg::unlogged)
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};
