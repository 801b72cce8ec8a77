// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: length() takes a text, a bytea, bits or a tsvector
// expect: person::age
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::length(col<&person::age>));
#else
    (void)(pg::length(col<&person::name>));
#endif
}
