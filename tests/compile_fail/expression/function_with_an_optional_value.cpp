// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an optional value is given to a function that makes NULL of NULL
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::left(col<&person::name>, std::optional<int>(5)));
#else
    (void)(pg::left(col<&person::name>, 5));
#endif
}
