// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a literal is an integer, a bool, an enumerator or a string
// expect: 1.5
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::lit<1.5>);
#else
    (void)(pg::lit<15>);
#endif
}
