// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a view takes fields with a name, a comment, a key or a reference
#include "../models.hpp"

#include <pgmodel/objects.hpp>

inline constexpr auto run = pg::trigger_function("run", "begin return null; end");

struct active {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using a = active;
#ifdef PGMODEL_BAD
        return pg::view("active", pg::select(col<&person::id>, col<&person::name>), pg::field<&a::id>.primary_key(), pg::index(col<&a::name>));
#else
        return pg::materialized_view("active", pg::select(col<&person::id>, col<&person::name>), pg::field<&a::id>.primary_key(), pg::index(col<&a::name>));
#endif
    }
};

inline constexpr pg::registry<active, person, team> all{};
