// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an aggregate or a window function has no place in values()
#include "../models.hpp"

#include <pgmodel/query/values.hpp>

struct number {
    std::int64_t n{};
};
void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::values<number>(pg::count());
#else
    (void)pg::values<number>(col<&person::id>);
#endif
}
