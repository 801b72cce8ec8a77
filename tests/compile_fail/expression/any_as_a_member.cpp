// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an array is looked into by value == pgmodel::any(array)
#include "../models.hpp"

#include <pgmodel/expression/array.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().where(col<&person::tags>.any("x")));
#else
    db.all(pg::select<person>().where("x" == pg::any(col<&person::tags>)));
#endif
}
