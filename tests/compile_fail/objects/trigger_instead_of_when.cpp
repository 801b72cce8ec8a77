// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a trigger with instead_of() has no when() and no columns; let its function look
#include "../models.hpp"

#include <pgmodel/objects.hpp>

inline constexpr auto run = pg::trigger_function("run", "begin return null; end");

struct active {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using a = active;
#ifdef PGMODEL_BAD
        return pg::view("active", pg::select(col<&person::id>, col<&person::name>), pg::field<&a::id>.primary_key(), pg::trigger("t").instead_of().on_update().for_each_row().when(pg::row_changed).execute(run));
#else
        return pg::view("active", pg::select(col<&person::id>, col<&person::name>), pg::field<&a::id>.primary_key(), pg::trigger("t").instead_of().on_update().for_each_row().execute(run));
#endif
    }
};

inline constexpr pg::registry<active, person, team> all{};
