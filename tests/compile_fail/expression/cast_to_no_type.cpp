// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: cast<T>() needs a type with a PostgreSQL type
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::cast<int*>(col<&person::name>));
#else
    (void)(pg::cast<std::int32_t>(col<&person::name>));
#endif
}
