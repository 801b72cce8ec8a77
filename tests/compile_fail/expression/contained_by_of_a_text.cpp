// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: contained_by() is asked of an array, a jsonb document or a range
// expect: person::name
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::name>.contained_by("x"));
#else
    (void)(col<&person::tags>.contained_by("x"));
#endif
}
