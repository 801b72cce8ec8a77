// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: explain() has a header of its own; #include <pgmodel/session/explain.hpp>
#include "../models.hpp"

#ifndef PGMODEL_BAD
#include <pgmodel/session/explain.hpp>
#endif

void use([[maybe_unused]] pg::connection& db) {
    pg::explain(db, pg::select<person>());
}
