// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this field of a row of values() is not optional
// expect: number
#include "../models.hpp"

#include <pgmodel/query/values.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::values<seat>(pg::row(1, std::optional<std::int32_t>(2)));
#else
    (void)pg::values<seat>(pg::row(1, 2));
#endif
}
