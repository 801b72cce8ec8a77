// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: allow() names fields of the model that is sorted, or of the models of a join
#include "../models.hpp"

#include <pgmodel/query/sort.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::sort<person, team>("text", pg::allow<&person::name, &remark::text>());
#else
    (void)pg::sort<person, team>("name", pg::allow<&person::age, &team::name>());
#endif
}
