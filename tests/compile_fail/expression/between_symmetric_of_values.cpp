// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this function takes other arguments, of which one
#include "../models.hpp"

#include <pgmodel/expression/between_symmetric.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::between_symmetric(5, 9, 1);
#else
    (void)pg::between_symmetric(5, col<&person::age>, 1);
#endif
}
