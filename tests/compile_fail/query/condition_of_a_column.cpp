// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: &= and |= add a condition
// expect: person::age
#include "../models.hpp"

#include <pgmodel/query/condition.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::condition<person> c;
    c &= col<&person::age>;
#else
    pg::condition<person> c;
    c &= col<&person::age> > 1;
#endif
}
