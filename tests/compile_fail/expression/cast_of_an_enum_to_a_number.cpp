// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL has no cast between these types
// expect: mood
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::cast<std::int32_t>(col<&person::state>));
#else
    (void)(pg::cast<std::string>(col<&person::state>));
#endif
}
