// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: update cannot write a key
// expect: person::id
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    person p;
    db.update<&person::id>(p);
#else
    person p;
    db.update<&person::name>(p);
#endif
}
