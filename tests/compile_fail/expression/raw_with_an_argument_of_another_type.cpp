// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this argument has another type than the function takes
// expect: person::name
#include "../models.hpp"

#include <pgmodel/expression/fragment.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::raw<"$1 = 5", bool(std::int32_t)>(col<&person::name>));
#else
    (void)(pg::raw<"$1 = 5", bool(std::int32_t)>(col<&person::age>));
#endif
}
