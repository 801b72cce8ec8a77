// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: view() takes a name and then a query, pgmodel::select(...) or pgmodel::sql<"select ...">; all else stands behind it
#include "../models.hpp"

#include <pgmodel/objects.hpp>

inline constexpr auto run = pg::trigger_function("run", "begin return null; end");

struct active {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using a = active;
#ifdef PGMODEL_BAD
        return pg::view("active", pg::in_schema("shop"), pg::select(col<&person::id>, col<&person::name>), pg::field<&a::id>.primary_key());
#else
        return pg::view("active", pg::select(col<&person::id>, col<&person::name>), pg::field<&a::id>.primary_key());
#endif
    }
};

inline constexpr pg::registry<active, person, team> all{};
