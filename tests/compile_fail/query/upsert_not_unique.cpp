// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a row is recognised by a key that is declared unique
// expect: person::name
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.upsert<&person::name>(person{});
#else
    db.upsert<&person::id>(person{});
#endif
}
