// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: into() takes a struct of your own
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select(col<&person::name>, col<&person::age>).into<std::tuple<std::string, std::int32_t>>());
#else
    (void)db.all(pg::select(col<&person::name>, col<&person::age>));
#endif
}
