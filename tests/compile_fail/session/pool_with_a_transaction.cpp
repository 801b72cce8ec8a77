// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: with() calls a function that takes the connection
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::pool("").with([](pg::transaction&) {});
#else
    pg::pool("").with([](pg::connection&) {});
#endif
}
