// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column belongs to a model that is not part of the query
#include "../models.hpp"
#include <pgmodel/expression/jsonb.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::to_jsonb(pg::model<team>)).from(pg::model<person>));
#else
    db.all(pg::select(pg::to_jsonb(pg::model<team>)).from(pg::model<team>));
#endif
}
