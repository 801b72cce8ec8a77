// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: condition has a header of its own; #include <pgmodel/query/condition.hpp>
#include "../models.hpp"

#ifndef PGMODEL_BAD
#include <pgmodel/query/condition.hpp>
#endif

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::having_condition<person>{};
#else
    (void)pg::having_condition<person>{};
#endif
}
