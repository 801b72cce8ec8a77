// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a function of the server is declared with its C++ types
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::function<"soundex">(col<&person::name>)));
#else
    db.all(pg::select(pg::function<"soundex", std::string(std::string)>(col<&person::name>)));
#endif
}
