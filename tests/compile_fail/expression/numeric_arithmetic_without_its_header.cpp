// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: numeric<> has a header of its own; #include <pgmodel/types/long_numeric.hpp>
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::salary> * 2 > 100);
#else
    (void)(col<&person::salary> > 100);
#endif
}
