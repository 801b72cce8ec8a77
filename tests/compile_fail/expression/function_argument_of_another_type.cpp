// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this argument has another type than the function takes at its place
// expect: person::age
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::replace(col<&person::age>, "a", "b"));
#else
    (void)(pg::replace(col<&person::name>, "a", "b"));
#endif
}
