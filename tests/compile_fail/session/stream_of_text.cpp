// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: SQL text does not say what its rows are; name their type: pgmodel::stream<row>(db, "select ...")
#include "../models.hpp"

#include <pgmodel/session/stream.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::stream(db, "select 1");
#else
    pg::stream<int>(db, "select 1");
#endif
}
