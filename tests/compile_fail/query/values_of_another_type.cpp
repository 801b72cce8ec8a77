// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this value has another type than the column or expression beside it
#include "../models.hpp"

#include <pgmodel/query/values.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::values<seat>(pg::row(1, "two"));
#else
    (void)pg::values<seat>(pg::row(1, 2));
#endif
}
