// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: copy_csv() writes to a std::ostream
#include "../models.hpp"
#include <pgmodel/session/copy_csv.hpp>
#include <sstream>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    int out = 0;
    pg::copy_csv(db, pg::select<person>(), out);
#else
    std::ostringstream out;
    pg::copy_csv(db, pg::select<person>(), out);
#endif
}
