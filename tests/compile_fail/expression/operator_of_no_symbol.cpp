// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an operator's symbol is made of
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::operator_of<"<- ->", double(std::string, std::string)>(col<&person::name>, "a"));
#else
    (void)(pg::operator_of<"<->", float(std::string, std::string)>(col<&person::name>, "a"));
#endif
}
