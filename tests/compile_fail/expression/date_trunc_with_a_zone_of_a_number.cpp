// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this argument has another type than the function takes at its place
#include "../models.hpp"

#include <pgmodel/expression/date_time.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::date_trunc<"day">(col<&person::created_at>, col<&person::age>);
#else
    (void)pg::date_trunc<"day">(col<&person::created_at>, col<&person::name>);
#endif
}
