// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this condition speaks of another model than the one that it is for
// expect: team::name
#include "../models.hpp"

#include <pgmodel/query/condition.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::condition<person> c;
    c &= col<&team::name> == "x";
#else
    pg::condition<person, team> c;
    c &= col<&team::name> == "x";
#endif
}
