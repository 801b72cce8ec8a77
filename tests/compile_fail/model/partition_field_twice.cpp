// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this model declares a field twice
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
                             .default_partition("rest", pg::field<&t::note>.comment("a"), pg::field<&t::note>.statistics(5))
#else
                             .default_partition("rest", pg::field<&t::note>.comment("a").statistics(5))
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};
