// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this declaration names a field of another struct
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
                             .default_partition("rest", pg::field<&person::name>.comment("a"))
#else
                             .default_partition("rest", pg::field<&t::note>.comment("a"))
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};
