// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a row is recognised by a key that is declared unique
// expect: seat::row
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.upsert<&seat::row>(seat{});
#else
    db.upsert<&seat::number, &seat::row>(seat{});
#endif
}
