// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: related() takes rows in a std::vector
#include "../models.hpp"

#include <pgmodel/session/links.hpp>

void use([[maybe_unused]] pg::connection& db, [[maybe_unused]] std::vector<team>& rows) {
#ifdef PGMODEL_BAD
    db.related<person>(rows.at(0));
#else
    db.related<person>(rows);
#endif
}
