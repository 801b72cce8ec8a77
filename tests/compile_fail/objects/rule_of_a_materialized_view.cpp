// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a materialized view has no triggers and no rules; say them of the tables below it
// expect: shown
#include "../models.hpp"

#include <pgmodel/objects.hpp>

struct shown {
    std::optional<std::int64_t> id{};

    static constexpr auto table() {
#ifdef PGMODEL_BAD
        return pg::materialized_view("shown", pg::sql<"select id from teams">, pg::rule("r").on_insert().do_nothing());
#else
        return pg::view("shown", pg::sql<"select id from teams">, pg::rule("r").on_insert().do_nothing());
#endif
    }
};

inline constexpr pg::registry<shown> all{};
