// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an optional value cannot be compared with ==
// expect: person::nick
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::nick> == std::optional<std::string>("x"));
#else
    (void)(col<&person::nick>.is_not_distinct_from(std::optional<std::string>("x")));
#endif
}
