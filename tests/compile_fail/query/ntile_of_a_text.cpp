// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this argument has another type than the function takes at its place
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::ntile("four").over(pg::order_by(col<&team::id>));
#else
    (void)pg::ntile(4).over(pg::order_by(col<&team::id>));
#endif
}
