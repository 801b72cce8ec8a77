// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: with_removed() is said of each query of a set operation
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::select<team>().union_(pg::select<team>()).with_removed();
#else
    (void)pg::select<team>().with_removed().union_(pg::select<team>().with_removed());
#endif
}
