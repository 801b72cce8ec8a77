// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a function of the server is declared with its C++ types
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::function<"char_length", int>("x");
#else
    (void)pg::function<"char_length", int(std::string)>("x");
#endif
}
