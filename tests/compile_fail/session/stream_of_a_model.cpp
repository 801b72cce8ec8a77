// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: stream() takes a query, such as pgmodel::select<model>().where(...)
#include "../models.hpp"

#include <pgmodel/session/stream.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::stream(db, pg::model<team>);
#else
    pg::stream(db, pg::select<team>());
#endif
}
