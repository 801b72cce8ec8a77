// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a path function takes a document, a path and a document of variables
#include "../models.hpp"

#include <pgmodel/expression/jsonb.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::jsonb_path_exists(pg::to_jsonb(col<&person::age>), "$", 1, 2));
#else
    (void)(pg::jsonb_path_exists(pg::to_jsonb(col<&person::age>), "$"));
#endif
}
