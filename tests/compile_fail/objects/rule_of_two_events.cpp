// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a rule is for one kind of statement; declare several rules
#include "../models.hpp"

#include <pgmodel/objects.hpp>

struct thing {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(),
#ifdef PGMODEL_BAD
                         pg::rule("r").on_update().on_delete().do_nothing()
#else
                         pg::rule("r").on_update().where(pg::new_row[col<&t::name>] == "x").do_nothing()
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};
