// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: elements of this array can be NULL, and those of the field cannot
#include "../models.hpp"

struct named {
    std::int64_t             id{};
    std::vector<std::string> names{};
};

void use([[maybe_unused]] pg::connection& db) {
    const auto into = pg::insert_into(pg::model<named>).columns(col<&named::id>, col<&named::names>);
#ifdef PGMODEL_BAD
    db.execute(into.select(pg::select(col<&person::id>, col<&person::tags> + col<&person::nick>)));
#else
    db.execute(into.select(pg::select(col<&person::id>, col<&person::tags> + col<&person::name>)));
#endif
}
