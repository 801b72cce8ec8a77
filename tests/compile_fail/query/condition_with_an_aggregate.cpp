// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an aggregate or a window function has no place in a condition on rows
#include "../models.hpp"

#include <pgmodel/query/condition.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::condition<person> c;
    c &= pg::max(col<&person::age>) > 1;
#else
    pg::condition<person> c;
    c &= col<&person::age> > 1;
#endif
}
