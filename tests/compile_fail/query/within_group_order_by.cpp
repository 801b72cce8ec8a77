// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an aggregate with within_group() takes its order from there
#include "../models.hpp"
#include <pgmodel/expression/ordered_set.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::mode().within_group(col<&person::name>).order_by(col<&person::name>);
#else
    (void)pg::mode().within_group(col<&person::name>);
#endif
}
