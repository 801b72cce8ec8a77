// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the query of a view holds a plain value, and a view has no parameters; say pgmodel::lit<...>
#include "../models.hpp"

#include <pgmodel/objects.hpp>

inline constexpr auto run = pg::trigger_function("run", "begin return null; end");

struct active {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using a = active;
#ifdef PGMODEL_BAD
        return pg::view("active", pg::select(col<&person::id>, col<&person::name>).where(col<&person::age> > 5), pg::field<&a::id>.primary_key());
#else
        return pg::view("active", pg::select(col<&person::id>, col<&person::name>).where(col<&person::age> > pg::lit<5>), pg::field<&a::id>.primary_key());
#endif
    }
};

inline constexpr pg::registry<active, person, team> all{};
