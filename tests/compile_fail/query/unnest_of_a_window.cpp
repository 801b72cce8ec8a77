// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a window function has no place in a function in FROM
#include "../models.hpp"

#include <pgmodel/expression/array.hpp>

struct word {
    std::string text{};
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(col<&word::text>).from(pg::model<person>, pg::unnest<word>(pg::array_agg(col<&person::name>).over(pg::order_by(col<&person::id>)))));
#else
    db.all(pg::select(col<&word::text>).from(pg::model<person>, pg::unnest<word>(col<&person::tags>)));
#endif
}
