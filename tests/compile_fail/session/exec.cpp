// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: SQL text that gives no rows is run by db.execute("...", values)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.exec("analyze");
#else
    db.execute("analyze");
#endif
}
