// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: with() of this view names a parameter that PostgreSQL does not have there; a view has
// expect: shown
#include "../models.hpp"

#include <pgmodel/objects.hpp>

struct shown {
    std::optional<std::int64_t> id{};

    static constexpr auto table() {
#ifdef PGMODEL_BAD
        return pg::view("shown", pg::sql<"select id from teams">, pg::with("fillfactor", 70));
#else
        return pg::materialized_view("shown", pg::sql<"select id from teams">, pg::with("fillfactor", 70));
#endif
    }
};

inline constexpr pg::registry<shown> all{};
