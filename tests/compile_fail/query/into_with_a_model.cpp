// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: into() makes a struct of expressions; name the columns of the model
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::model<team>).into<remark>());
#else
    db.all(pg::select(col<&team::name>).into<remark>());
#endif
}
