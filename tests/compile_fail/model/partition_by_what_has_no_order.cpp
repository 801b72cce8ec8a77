// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL cannot partition by a key of this type
// expect: thing
#include "../models.hpp"

#include <pgmodel/partitions.hpp>

struct thing {
    std::int64_t id{};
    pg::json_text document{};
    std::string name{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::no_primary_key, pg::partition_by_list(col<&t::document>));
#else
        return pg::table("things", pg::no_primary_key, pg::partition_by_list(col<&t::name>));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
