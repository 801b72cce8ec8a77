// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: several models are arguments
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::select<person, team>();
#else
    (void)pg::select(pg::model<person>, pg::model<team>).join(pg::model<team>);
#endif
}
