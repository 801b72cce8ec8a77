// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: raw SQL holds no comments
#include "../models.hpp"

#include <pgmodel/expression/fragment.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::raw<"true -- x", bool>());
#else
    (void)(pg::raw<"true", bool>());
#endif
}
