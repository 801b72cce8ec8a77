// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: IS JSON is asked of a text, a bytea or a document
#include "../models.hpp"

#include <pgmodel/expression/is_json.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::is_json(col<&person::age>);
#else
    (void)pg::is_json(col<&person::name>);
#endif
}
