// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: allow() names fields of the model that is read
#include "../models.hpp"

#include <pgmodel/query/fields.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::fields<team>("name", pg::allow<&person::name>());
#else
    (void)pg::fields<team>("name", pg::allow<&team::name>());
#endif
}
