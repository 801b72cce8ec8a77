// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: contains() takes an element, a list of elements, or an array of the same type
#include "../models.hpp"

#include <pgmodel/expression/range.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::make_range<std::int32_t>(col<&person::age>, 5).contains(col<&person::name>));
#else
    (void)(pg::make_range<std::int32_t>(col<&person::age>, 5).contains(col<&person::age>));
#endif
}
