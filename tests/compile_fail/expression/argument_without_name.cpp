// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a placeholder has a name
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    auto c = col<&person::age> > pg::arg<int, "">;
    (void)c;
#else
    auto c = col<&person::age> > pg::arg<int, "age">;
    (void)c;
#endif
}
