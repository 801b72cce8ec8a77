// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this argument has another type than the function takes
// expect: person::age
#include "../models.hpp"

#include <pgmodel/expression/trigram.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::similarity(col<&person::age>, "x"));
#else
    (void)(pg::similarity(col<&person::name>, "x"));
#endif
}
