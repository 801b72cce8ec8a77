// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this takes a query
#include "../models.hpp"

#include <pgmodel/session/copy_csv.hpp>

#include <iostream>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::copy_csv(db, pg::model<team>, std::cout);
#else
    pg::copy_csv(db, pg::select<team>(), std::cout);
#endif
}
