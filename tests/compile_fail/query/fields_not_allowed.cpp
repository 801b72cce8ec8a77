// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this field is none of those that allow() names
#include "../models.hpp"

#include <pgmodel/query/fields.hpp>

void use([[maybe_unused]] pg::connection& db) {
    const auto f = pg::fields<person>("name", pg::allow<&person::name>());
#ifdef PGMODEL_BAD
    (void)f.only(col<&person::age>);
#else
    (void)f.only(col<&person::name>);
#endif
}
