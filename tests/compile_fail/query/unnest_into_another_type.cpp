// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a field of this struct has another type than the column of the function at its place
#include "../models.hpp"

struct number {
    std::int64_t n{};
};
void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::unnest<number>(col<&person::tags>);
#else
    (void)pg::unnest<remark>(col<&person::tags>);
#endif
}
