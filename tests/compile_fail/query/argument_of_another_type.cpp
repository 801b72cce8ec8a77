// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this placeholder has another type than the value that is given for it
#include "../models.hpp"

constexpr auto adults = pg::select<person>().where(col<&person::age> > pg::arg<int, "age">);

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(adults, pg::bind<"age">("18"));
#else
    db.all(adults, pg::bind<"age">(18));
#endif
}
