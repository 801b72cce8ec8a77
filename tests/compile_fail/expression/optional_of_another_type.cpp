// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this optional holds another type than the column beside it
// expect: person::nick
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::nick>.is_distinct_from(std::optional<int>(1)));
#else
    (void)(col<&person::nick>.is_distinct_from(std::optional<std::string>()));
#endif
}
