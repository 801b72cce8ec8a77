// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: concat_ws() takes texts
// expect: person::age
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::concat_ws(", ", col<&person::age>));
#else
    (void)(pg::concat_ws(", ", col<&person::name>));
#endif
}
