// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this condition speaks of another model than the one that it is for
#include "../models.hpp"

#include <pgmodel/query/condition.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::having_condition<person> c;
#else
    pg::having_condition<person, team> c;
#endif
    c &= pg::max(col<&team::name>) == "a";
}
