// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: in() and not_in() take a list: a container or {a, b}
// expect: person::name
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::name>.in(std::string("x")));
#else
    (void)(col<&person::name>.in(std::vector<std::string>{"x"}));
#endif
}
