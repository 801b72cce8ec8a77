// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this field has another type than the expression at its place
// expect: color
#include "../models.hpp"

struct shade {
#ifdef PGMODEL_BAD
    color state{};
#else
    mood state{};
#endif
};

void use([[maybe_unused]] pg::connection& db) {
    db.all(pg::select(col<&person::state>).into<shade>());
}
