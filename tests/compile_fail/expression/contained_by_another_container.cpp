// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: contained_by() takes a container of the same type
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::tags>.contained_by(col<&person::name>));
#else
    (void)(col<&person::tags>.contained_by(col<&person::tags>));
#endif
}
