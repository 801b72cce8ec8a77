// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL has no order of values of this type to sort by
// expect: place::notes
#include "../models.hpp"

#include <pgmodel/expression/geometry.hpp>
#include <pgmodel/expression/array.hpp>

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
    db.all(pg::select(pg::array_agg(col<&place::id>).order_by(col<&place::notes>)));
#else
    db.all(pg::select(pg::array_agg(col<&place::id>).order_by(col<&place::id>)));
#endif
}
