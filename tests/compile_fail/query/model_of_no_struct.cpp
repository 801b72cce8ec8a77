// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a model is a struct: pgmodel::model<article>
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select(pg::model<int>));
#else
    (void)db.all(pg::select(pg::model<team>));
#endif
}
