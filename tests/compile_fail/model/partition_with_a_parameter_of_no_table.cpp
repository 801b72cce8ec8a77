// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: with() of this model's table names a storage parameter that
// expect: thing
#include "../models.hpp"

#include <pgmodel/partitions.hpp>

struct thing {
    std::int64_t id{};
    std::int32_t number{};
    std::string name{};
    pg::timestamptz at{};
    pg::timestamptz made{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::no_primary_key, pg::partition_by_list(col<&t::number>).partition("ones", pg::in(1), pg::with("fastupdate", false)));
#else
        return pg::table("things", pg::no_primary_key, pg::partition_by_list(col<&t::number>).partition("ones", pg::in(1), pg::with("fillfactor", 70)));
#endif
    }
};

inline constexpr pg::registry<thing> things{};
