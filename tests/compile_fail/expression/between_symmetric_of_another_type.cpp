// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this value has another type than the column or expression beside it
#include "../models.hpp"

#include <pgmodel/expression/between_symmetric.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::between_symmetric(col<&person::age>, "a", "b");
#else
    (void)pg::between_symmetric(col<&person::age>, 9, 1);
#endif
}
