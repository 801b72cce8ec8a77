// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an expression is SQL, and has its value in the database only; select it, or take the field of a row: row.field
#include "../models.hpp"

#include <iostream>

void use([[maybe_unused]] const person& row) {
#ifdef PGMODEL_BAD
    std::cout << col<&person::age>;
#else
    std::cout << row.age;
#endif
}
