// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a text is looked for in a text; this expression is none
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::name>.icontains(col<&person::salary>));
#else
    (void)(col<&person::name>.icontains(col<&person::nick>));
#endif
}
