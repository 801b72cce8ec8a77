// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a condition that is put together at run time has its values
#include "../models.hpp"
#include <pgmodel/query/condition.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::condition<person> c;
    c &= col<&person::age> > pg::arg<int, "age">;
#else
    pg::condition<person> c;
    c &= col<&person::age> > 18;
#endif
}
