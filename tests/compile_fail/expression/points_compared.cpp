// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL cannot compare values of this type
// expect: place::spot
#include "../models.hpp"

#include <pgmodel/expression/geometry.hpp>

struct place {
    std::int64_t id{};
    pg::point spot{};
    pg::polygon field{};
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&place::spot> == pg::point{1, 2});
#else
    (void)(pg::same_as(col<&place::spot>, pg::point{1, 2}));
#endif
}
