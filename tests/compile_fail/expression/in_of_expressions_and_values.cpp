// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a list holds values of one type: .in({1, 2}); expressions and values together are .in(pgmodel::array(a, 2))
#include "../models.hpp"

#include <pgmodel/expression/array.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().where(col<&person::name>.in({col<&person::nick>, "x"})));
#else
    db.all(pg::select<person>().where(col<&person::name>.in(pg::array(col<&person::nick>, "x"))));
#endif
}
