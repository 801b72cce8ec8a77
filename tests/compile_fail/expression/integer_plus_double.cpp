// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this value has another type than the column or expression beside it
// expect: person::age
// expect: double
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::age> + 1.5);
#else
    (void)(col<&person::age> + 1);
#endif
}
