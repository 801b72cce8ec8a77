// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: update names fields of the row's model
// expect: team::name
// expect: person
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    person p;
    db.update<&team::name>(p);
#else
    person p;
    db.update<&person::name>(p);
#endif
}
