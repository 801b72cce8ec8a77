// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this function takes another kind of shape
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
    (void)(pg::radius(col<&place::spot>));
#else
    (void)(pg::radius(pg::make_circle(col<&place::spot>, 1)));
#endif
}
