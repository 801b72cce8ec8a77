// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: field<> is for what a table says of its fields; conditions take pgmodel::col<&model::field>
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().where(pg::field<&person::age> == 1));
#else
    db.all(pg::select<person>().where(col<&person::age> == 1));
#endif
}
