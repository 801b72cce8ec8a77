// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a view has no policies; declare them for its tables, and the view security_invoker
#include "../models.hpp"

#include <pgmodel/objects.hpp>

inline constexpr auto run = pg::trigger_function("run", "begin return null; end");

struct active {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using a = active;
#ifdef PGMODEL_BAD
        return pg::view("active", pg::select(col<&person::id>, col<&person::name>), pg::field<&a::id>.primary_key(), pg::row_level_security, pg::policy("p").using_(col<&a::id> > 0));
#else
        return pg::view("active", pg::select(col<&person::id>, col<&person::name>), pg::field<&a::id>.primary_key(), pg::security_invoker);
#endif
    }
};

inline constexpr pg::registry<active, person, team> all{};
