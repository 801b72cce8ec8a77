// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a bare bool is not a condition
// expect: person::age
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::age> > 5 && true);
#else
    (void)(col<&person::age> > 5 && pg::lit<true>);
#endif
}
