// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the function takes another number of arguments
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::replace(col<&person::name>, "a"));
#else
    (void)(pg::replace(col<&person::name>, "a", "b"));
#endif
}
