// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this function takes a jsonb document
// expect: person::name
#include "../models.hpp"

#include <pgmodel/expression/jsonb.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::has_key(col<&person::name>, "x"));
#else
    (void)(pg::has_key(pg::to_jsonb(col<&person::name>), "x"));
#endif
}
