// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this is said of a unique column: .unique(pgmodel::nulls_not_distinct)
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::optional<std::int16_t> number{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::number>.unique().nulls_not_distinct());
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::number>.unique(pg::nulls_not_distinct));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
