// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: an optional is taken by pgmodel::arg<std::optional<T>, "name">
#include "../models.hpp"

constexpr auto adults = pg::select<person>().where(col<&person::age> > pg::arg<int, "age">);

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(adults, pg::bind<"age">(std::optional<int>()));
#else
    db.all(adults, pg::bind<"age">(18));
#endif
}
