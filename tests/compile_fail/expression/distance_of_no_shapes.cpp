// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL has no such operator for these two shapes
#include "../models.hpp"

#include <pgmodel/expression/geometry.hpp>

struct place {
    std::int64_t id{};
    pg::point spot{};
    pg::polygon field{};
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::distance(col<&place::spot>, 5));
#else
    (void)(pg::distance(col<&place::spot>, pg::point{1, 2}));
#endif
}
