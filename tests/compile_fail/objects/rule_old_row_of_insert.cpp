// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: where() of a rule speaks of what it cannot see: pgmodel::old_row (not on insert) and new_row (not on delete) of its own table
#include "../models.hpp"

#include <pgmodel/objects.hpp>

struct thing {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(),
#ifdef PGMODEL_BAD
                         pg::rule("r").on_insert().where(pg::old_row[col<&t::name>] == "x").do_nothing()
#else
                         pg::rule("r").on_update().where(pg::new_row[col<&t::name>] == "x").do_nothing()
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};
