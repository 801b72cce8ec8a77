// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: an expression is a group's key only as a whole and with pgmodel::lit
// expect: person::age
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(col<&person::age> / 10, pg::count()).group_by(col<&person::age> / pg::lit<10>));
#else
    db.all(pg::select(col<&person::age> / pg::lit<10>, pg::count()).group_by(col<&person::age> / pg::lit<10>));
#endif
}
