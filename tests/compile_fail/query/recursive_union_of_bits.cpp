// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL cannot hash values of this type
// expect: bit
#include "../models.hpp"

#include <pgmodel/types/bit.hpp>

struct flags {
    pg::bit<3> set{};
};
const auto first = pg::select(pg::value(pg::bit<3>{})).into<flags>();
const auto step = pg::select<flags>();

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::with_recursive(pg::cte(first.union_(step)));
#else
    (void)pg::with_recursive(pg::cte(first.union_all(step)));
#endif
}
