// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: allow() names fields of the model that is sorted
#include "../models.hpp"

#include <pgmodel/query/sort.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::sort<person>("name", pg::allow<&team::name>());
#else
    (void)pg::sort<person>("name", pg::allow<&person::name>());
#endif
}
