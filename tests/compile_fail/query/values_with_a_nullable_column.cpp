// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this expression can be NULL
// expect: person::nick
#include "../models.hpp"

#include <pgmodel/query/values.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::values<remark>(col<&person::nick>);
#else
    (void)pg::values<remark>(col<&person::name>);
#endif
}
