// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: sort() takes the text and the fields that it may name
#include "../models.hpp"

#include <pgmodel/query/sort.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().order_by(pg::sort<person>("name", {"name"})));
#else
    db.all(pg::select<person>().order_by(pg::sort<person>("name", pg::allow<&person::name>())));
#endif
}
