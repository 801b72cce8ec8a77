// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an optional value has no place here
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::case_when(col<&person::active>, std::optional<std::int32_t>(5)));
#else
    (void)(pg::case_when(col<&person::active>, 5));
#endif
}
