// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a field among the parts of a partition says what holds for the whole table: named(), type()
#include "../models.hpp"

#include <pgmodel/partitions.hpp>

struct thing {
    std::int64_t id{};
    std::int32_t number{};
    std::string note{};
    std::string cache{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::no_primary_key, pg::transient<&t::cache>,
                         pg::partition_by_range(col<&t::number>)
#ifdef PGMODEL_BAD
                             .default_partition("rest", pg::field<&t::note>.named("other"))
#else
                             .default_partition("rest", pg::field<&t::note>.comment("other"))
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};
