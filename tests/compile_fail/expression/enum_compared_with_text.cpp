// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this value has another type than the column or expression beside it
// expect: person::state
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::state> == "calm");
#else
    (void)(col<&person::state> == mood::calm);
#endif
}
