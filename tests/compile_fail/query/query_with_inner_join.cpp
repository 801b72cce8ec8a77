// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: joins are called join(), left_join()
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().inner_join(pg::model<team>));
#else
    db.all(pg::select<person>().join(pg::model<team>));
#endif
}
