// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: concat() takes texts
// expect: person::age
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::concat(col<&person::name>, col<&person::age>));
#else
    (void)(pg::concat(col<&person::name>, " ", col<&person::nick>));
#endif
}
