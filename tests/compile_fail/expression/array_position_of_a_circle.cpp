// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL cannot compare values of this type in this way
// expect: circle
#include "../models.hpp"

#include <pgmodel/expression/array.hpp>
#include <pgmodel/types/geometry.hpp>

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
    (void)(pg::array_position(col<&place::circles>, pg::circle{}));
#else
    (void)(pg::array_append(col<&place::circles>, pg::circle{}));
#endif
}
