// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: joins are called join(), left_join()
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::select<person>().outerjoin(pg::model<team>);
#else
    (void)pg::select<person>().left_join(pg::model<team>);
#endif
}
