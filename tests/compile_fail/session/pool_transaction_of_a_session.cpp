// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: transaction() runs a function that takes the transaction
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::pool("").transaction([](pg::session&) {});
#else
    pg::pool("").transaction([](pg::transaction&) {});
#endif
}
