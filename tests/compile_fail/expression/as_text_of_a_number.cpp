// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: as_text() is asked of a JSON document
// expect: person::age
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::age>.as_text());
#else
    (void)(pg::cast<std::string>(col<&person::age>));
#endif
}
