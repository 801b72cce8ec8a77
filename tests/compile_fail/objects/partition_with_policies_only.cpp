// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a partition of this model has policies, which hold only with row-level security of its own
#include "../models.hpp"

#include <pgmodel/partitions.hpp>
#include <pgmodel/objects.hpp>

struct thing {
    std::int64_t id{};
    std::int32_t number{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::no_primary_key,
                         pg::partition_by_range(col<&t::number>)
#ifdef PGMODEL_BAD
                             .default_partition("rest", pg::policy("p").using_(pg::lit<true>))
#else
                             .default_partition("rest", pg::row_level_security, pg::policy("p").using_(pg::lit<true>))
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};
