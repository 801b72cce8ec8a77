// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this text is no value of the constant's type
#include "../models.hpp"

#include <pgmodel/expression/date_time.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::created_at> + pg::constant<pg::interval, "1 fortnight">);
#else
    (void)(col<&person::created_at> + pg::constant<pg::interval, "14 days">);
#endif
}
