// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the type of this operand is only declared
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::created_at> + std::chrono::hours(1));
#else
    (void)(col<&person::created_at> == pg::timestamptz());
#endif
}
