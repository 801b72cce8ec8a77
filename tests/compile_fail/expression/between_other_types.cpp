// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this value has another type than the column or expression beside it
// expect: person::age
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::age>.between(1, "x"));
#else
    (void)(col<&person::age>.between(1, 5));
#endif
}
