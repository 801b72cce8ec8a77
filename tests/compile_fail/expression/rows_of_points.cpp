// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL compares rows by values that it can sort
// expect: place::spot
#include "../models.hpp"

#include <pgmodel/expression/geometry.hpp>
#include <pgmodel/expression/row_value.hpp>

struct place {
    std::int64_t id{};
    pg::json_text notes{};
    pg::point spot{};
    pg::circle around{};
    pg::line border{};
    std::vector<pg::circle> circles{};
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::row(col<&place::id>, col<&place::spot>) == pg::row(1, pg::point{1, 2}));
#else
    (void)(pg::row(col<&place::id>, col<&place::id>) == pg::row(1, 2));
#endif
}
