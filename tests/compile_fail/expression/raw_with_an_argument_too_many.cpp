// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: raw SQL and its arguments do not fit
#include "../models.hpp"

#include <pgmodel/expression/fragment.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::raw<"$1 = 5", bool>(col<&person::age>, 5));
#else
    (void)(pg::raw<"$1 = $2", bool>(col<&person::age>, 5));
#endif
}
