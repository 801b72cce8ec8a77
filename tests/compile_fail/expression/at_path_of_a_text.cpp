// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: at_path() takes a JSON document
#include "../models.hpp"

#include <pgmodel/expression/jsonb.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::at_path(col<&person::name>, {"x"}));
#else
    (void)(pg::at_path(pg::to_jsonb(col<&person::name>), {"x"}));
#endif
}
