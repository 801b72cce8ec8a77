// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a row is recognised by a key that is declared unique
// expect: person::name
#include "../models.hpp"

#include <pgmodel/session/get_or_insert.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.get_or_insert<&person::name>(person{});
#else
    db.get_or_insert<&person::id>(person{});
#endif
}
