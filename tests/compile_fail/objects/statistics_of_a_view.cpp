// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a view has no statistics of its own
// expect: named
#include "../models.hpp"

#include <pgmodel/objects.hpp>

struct named {
    std::string name{};
    std::optional<std::string> nick{};

    static constexpr auto table() {
        using n = named;
        constexpr auto query = pg::select(col<&person::name>, col<&person::nick>).from(pg::model<person>);
#ifdef PGMODEL_BAD
        return pg::view("named", query, pg::statistics(col<&n::name>, col<&n::nick>));
#else
        return pg::view("named", query, pg::field<&n::nick>.comment("short"));
#endif
    }
};

inline constexpr pg::registry<team, person, named> all{};
