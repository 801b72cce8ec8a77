// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: pgmodel::null<T> needs a type with a PostgreSQL type
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::case_when(col<&person::active>, pg::null<wchar_t*>));
#else
    (void)(pg::case_when(col<&person::active>, pg::null<std::string>));
#endif
}
