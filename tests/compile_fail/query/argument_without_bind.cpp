// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: behind a query stand the values of its placeholders
#include "../models.hpp"

constexpr auto adults = pg::select<person>().where(col<&person::age> > pg::arg<int, "age">);

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(adults, 18);
#else
    db.all(adults, pg::bind<"age">(18));
#endif
}
