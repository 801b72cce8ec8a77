// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a trigger of a view runs instead_of() for each row, or before() or after() for each statement
#include "../models.hpp"

#include <pgmodel/objects.hpp>

inline constexpr auto run = pg::trigger_function("run", "begin return null; end");

struct active {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using a = active;
#ifdef PGMODEL_BAD
        return pg::view("active", pg::select(col<&person::id>, col<&person::name>), pg::field<&a::id>.primary_key(), pg::trigger("t").after().on_update().for_each_row().execute(run));
#else
        return pg::view("active", pg::select(col<&person::id>, col<&person::name>), pg::field<&a::id>.primary_key(), pg::trigger("t").instead_of().on_update().for_each_row().execute(run));
#endif
    }
};

inline constexpr pg::registry<active, person, team> all{};
