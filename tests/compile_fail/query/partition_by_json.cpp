// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL does not tell equal values of this type from others
// expect: json_text
#include "../models.hpp"

#include <pgmodel/expression/geometry.hpp>

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
    db.all(pg::select(pg::count().over(pg::partition_by(col<&place::notes>))));
#else
    db.all(pg::select(pg::count().over(pg::partition_by(col<&place::id>))));
#endif
}
