// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: SQL of your own says the C++ type of its value: pgmodel::raw<"$1 + 1", int>(x)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().where(pg::raw<"$1 > 5">(col<&person::age>)));
#else
    db.all(pg::select<person>().where(pg::raw<"$1 > 5", bool>(col<&person::age>)));
#endif
}
