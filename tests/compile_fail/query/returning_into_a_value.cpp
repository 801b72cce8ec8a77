// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: into() takes a struct of your own
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::delete_from(pg::model<person>).all_rows().returning(col<&person::name>).into<std::string>());
#else
    (void)db.all(pg::delete_from(pg::model<person>).all_rows().returning(col<&person::name>));
#endif
}
