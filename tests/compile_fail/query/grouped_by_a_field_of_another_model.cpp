// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: grouped<>() takes a field of the rows
#include "../models.hpp"

#include <pgmodel/session/links.hpp>

void run([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::grouped<&person::id>(db.all(pg::select<team>()));
#else
    pg::grouped<&person::id>(db.all(pg::select<person>()));
#endif
}
