// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: starts_with(), ends_with() and icontains() are asked of a text
// expect: person::age
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::age>.starts_with("5"));
#else
    (void)(col<&person::name>.starts_with("5"));
#endif
}
