// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: two placeholders have one name and different types
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().where(col<&person::name> == pg::arg<std::string, "x"> || col<&person::age> == pg::arg<int, "x">), pg::bind<"x">(5));
#else
    db.all(pg::select<person>().where(col<&person::name> == pg::arg<std::string, "x"> || col<&person::age> == pg::arg<int, "y">), pg::bind<"x">("Ada"), pg::bind<"y">(5));
#endif
}
