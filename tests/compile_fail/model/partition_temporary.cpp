// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a partition of this model is temporary; say pgmodel::temporary of the table
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
                             .default_partition("rest", pg::temporary)
#else
                             .default_partition("rest", pg::unlogged)
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};
