// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an optional value cannot be compared
// expect: person::name
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::name>.starts_with(std::optional<std::string>()));
#else
    (void)(col<&person::name>.starts_with("a"));
#endif
}
