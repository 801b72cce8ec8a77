// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: case_of(), between_symmetric(), is_json(), similar_to() and like_escape() have headers
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::case_of(col<&person::age>).when(1, 2);
#else
    (void)pg::case_when(col<&person::age> == 1, 2);
#endif
}
