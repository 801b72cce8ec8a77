// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: what the server fills in is put into the row, so give a std::ref of a variable
#include "../models.hpp"

#include <functional>
#include <vector>

void use(pg::connection& db, const team& fixed, [[maybe_unused]] team& row) {
#ifdef PGMODEL_BAD
    db.insert(std::ref(fixed));
#else
    db.insert(fixed);
    db.insert(std::ref(row));
#endif
}
