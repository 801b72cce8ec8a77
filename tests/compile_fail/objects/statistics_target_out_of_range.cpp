// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a statistics target of this model is not between 0 and 10000
#include "../models.hpp"

#include <pgmodel/objects.hpp>

struct thing {
    std::int64_t id{};
    std::int32_t number{};
    pg::json_text kept{};
    pg::jsonb_text document{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::no_primary_key, pg::field<&t::id>.comment("its number"),
                         pg::statistics(col<&t::id>, col<&t::number>).target(10001));
#else
        return pg::table("things", pg::no_primary_key, pg::field<&t::id>.comment("its number"),
                         pg::statistics(col<&t::id>, col<&t::number>).target(10000));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
