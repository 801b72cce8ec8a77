// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this declaration names a field of another struct
#include "../models.hpp"

#include <pgmodel/partitions.hpp>
#include <pgmodel/objects.hpp>

inline constexpr auto run = pg::trigger_function("run", "begin return null; end");
struct other {
    std::int64_t id{};
};

struct thing {
    std::int64_t id{};
    std::int32_t number{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::no_primary_key,
                         pg::partition_by_range(col<&t::number>)
#ifdef PGMODEL_BAD
                             .default_partition("rest", pg::trigger("t").before().on_update_of(col<&other::id>).execute(run))
#else
                             .default_partition("rest", pg::trigger("t").before().on_update_of(col<&t::id>).execute(run))
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};
