// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: SQL text does not say what its rows are
#include "../models.hpp"

void use([[maybe_unused]] pg::session& db, [[maybe_unused]] person& row) {
#ifdef PGMODEL_BAD
    auto rows = db.all("select name from people");
#else
    auto rows = db.all<std::string>("select name from people");
#endif
}
