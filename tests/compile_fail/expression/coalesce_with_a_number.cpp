// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this value has another type than the column or expression beside it
// expect: person::nick
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::coalesce(col<&person::nick>, 5));
#else
    (void)(pg::coalesce(col<&person::nick>, "5"));
#endif
}
