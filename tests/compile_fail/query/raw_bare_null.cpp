// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a bare NULL has no type
// expect: nullopt_t
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute("select $1", std::nullopt);
#else
    db.execute("select $1", std::optional<int>());
#endif
}
