// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: there is no such operator for these types
// expect: person::created_at
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::created_at> + col<&person::created_at>);
#else
    (void)(col<&person::created_at> - col<&person::created_at>);
#endif
}
