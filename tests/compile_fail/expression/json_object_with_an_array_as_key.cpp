// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the key of an object is a text or another single value
#include "../models.hpp"

#include <pgmodel/expression/jsonb.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::jsonb_object_agg(col<&person::tags>, col<&person::id>);
#else
    (void)pg::jsonb_object_agg(col<&person::name>, col<&person::id>);
#endif
}
