// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a condition on groups compares aggregates, such as count()
#include "../models.hpp"

#include <pgmodel/query/condition.hpp>

void use([[maybe_unused]] pg::connection& db) {
    pg::having_condition<person> c;
#ifdef PGMODEL_BAD
    c &= pg::condition<person>(col<&person::age> > 1);
#else
    c &= pg::having_condition<person>(pg::count() > 1);
#endif
}
