// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this argument has another type than the function takes
// expect: person::name
#include "../models.hpp"

#include <pgmodel/expression/network.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::subnet_of(col<&person::name>, pg::inet("10.0.0.0/8")));
#else
    (void)(pg::subnet_of(pg::cast<pg::inet>(col<&person::name>), pg::inet("10.0.0.0/8")));
#endif
}
