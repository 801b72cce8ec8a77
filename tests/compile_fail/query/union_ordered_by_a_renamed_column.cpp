// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a set operation is ordered by columns that its first query selects under their own names, or by fields of the struct that its rows are
#include "../models.hpp"

struct label {
    std::string text;
};

void use([[maybe_unused]] pg::connection& db) {
    const auto names = pg::select(col<&person::name>).into(pg::model<label>);
#ifdef PGMODEL_BAD
    (void)db.all(names.union_(names).order_by(col<&person::name>));
#else
    (void)db.all(names.union_(names).order_by(col<&label::text>));
#endif
}
