// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an aggregate such as count() or max() has no place in a table's declaration
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
                         pg::row_level_security, pg::policy("p").using_(pg::count() > 1));
#else
        return pg::table("things", pg::no_primary_key, pg::field<&t::id>.comment("its number"),
                         pg::row_level_security, pg::policy("p").using_(col<&t::number> > 1));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
