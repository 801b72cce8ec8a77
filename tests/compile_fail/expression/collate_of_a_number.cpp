// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: collate() takes a text
// expect: person::age
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::collate<"C">(col<&person::age>));
#else
    (void)(pg::collate<"C">(col<&person::name>));
#endif
}
