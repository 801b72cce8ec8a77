// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this declaration names a field of another struct
#include "../models.hpp"

#include <pgmodel/objects.hpp>

inline constexpr auto run = pg::trigger_function("run", "begin return null; end");

struct thing {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(),
#ifdef PGMODEL_BAD
                         pg::grant(pg::update_privilege).on(col<&person::name>).to("app")
#else
                         pg::grant(pg::update_privilege).on(col<&t::name>).to("app")
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};
