// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: keyset() has a header of its own; #include <pgmodel/session/keyset.hpp>
#include "../models.hpp"

#ifndef PGMODEL_BAD
#include <pgmodel/session/keyset.hpp>
#endif

void use([[maybe_unused]] pg::connection& db) {
    pg::keyset(db, pg::select<person>().order_by(col<&person::id>), 20);
}
