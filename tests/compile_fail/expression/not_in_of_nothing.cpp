// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: nothing is in {}
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().where(col<&person::name>.not_in({})));
#else
    db.all(pg::select<person>().where(col<&person::name>.not_in(std::vector<std::string>{})));
#endif
}
