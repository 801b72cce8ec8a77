// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: case_of(), between_symmetric(), is_json(), similar_to() and like_escape() have headers
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::is_json(col<&person::name>);
#else
    (void)col<&person::name>.is_null();
#endif
}
