// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: contains() is asked of a text, an array, a jsonb document or a range
// expect: person::age
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::age>.contains(5));
#else
    (void)(col<&person::tags>.contains("5"));
#endif
}
