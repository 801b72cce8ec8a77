// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: to_jsonb(), jsonb_agg() and jsonb_build_object() take expressions, and have a header of their own; #include <pgmodel/expression/jsonb.hpp>
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::to_jsonb(col<&person::name>)));
#else
    db.all(pg::select(col<&person::name>));
#endif
}
