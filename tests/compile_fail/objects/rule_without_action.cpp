// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a rule of this model does not say what it does; say do_instead(), do_also() or do_nothing()
#include "../models.hpp"

#include <pgmodel/objects.hpp>

struct thing {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(),
#ifdef PGMODEL_BAD
                         pg::rule("r").on_update()
#else
                         pg::rule("r").on_update().where(pg::new_row[col<&t::name>] == "x").do_nothing()
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};
