// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this function takes two integers or numerics
// expect: person::name
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::mod(col<&person::name>, 2));
#else
    (void)(pg::mod(col<&person::age>, 2));
#endif
}
