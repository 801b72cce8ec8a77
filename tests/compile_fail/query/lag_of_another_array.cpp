// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: these two expressions have different types and cannot be compared; compare values of one type
#include "../models.hpp"

struct series {
    std::int64_t               id{};
    std::vector<std::uint32_t> counts{};
    std::vector<std::int64_t>  changes{};
};

void use([[maybe_unused]] pg::connection& db) {
    const auto order = pg::order_by(col<&series::id>);
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::lag(col<&series::counts>, 1, col<&series::changes>).over(order)));
#else
    db.all(pg::select(pg::lag(col<&series::counts>, 1, std::vector<std::uint32_t>{}).over(order)));
#endif
}
