// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: with() of a column, a key or an index of this model has a value that the parameter does not take
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::int32_t number{};
    pg::json_text kept{};
    pg::jsonb_text document{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::no_primary_key, pg::field<&t::id>.comment("its number"),
                         pg::index(col<&t::document>).using_gin().with("fastupdate", "auto"));
#else
        return pg::table("things", pg::no_primary_key, pg::field<&t::id>.comment("its number"),
                         pg::index(col<&t::document>).using_gin().with("fastupdate", "Of"));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
