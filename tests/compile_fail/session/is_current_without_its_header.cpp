// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: is_current() takes a connection and a registry, and has a header of
#include "../models.hpp"

#ifndef PGMODEL_BAD
#include <pgmodel/session/is_current.hpp>
#endif

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::is_current(db, pg::registry<team>{});
#else
    (void)pg::is_current(db, pg::registry<team>{});
#endif
}
