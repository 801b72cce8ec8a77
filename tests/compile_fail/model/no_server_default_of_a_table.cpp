// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: table() takes a name and then field<...>
#include "../models.hpp"

#include <pgmodel/partitions.hpp>

struct thing {
    std::int64_t id{};
    std::int32_t number{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::no_primary_key, pg::field<&t::id>.server_default(0),
#ifdef PGMODEL_BAD
                         pg::no_server_default(col<&t::id>),
#endif
                         pg::partition_by_range(col<&t::number>)
                             .default_partition("rest", pg::no_server_default(col<&t::id>)));
    }
};

inline constexpr pg::registry<thing> all{};
