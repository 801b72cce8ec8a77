// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL looks for single elements, and adds or removes them, in arrays of one dimension only
#include "../models.hpp"

#include <pgmodel/expression/array.hpp>

struct board {
    std::int64_t id{};
    std::vector<std::int32_t> row{};
    std::vector<std::vector<std::int32_t>> cells{};
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::array_position(col<&board::cells>, 5));
#else
    (void)(pg::array_position(col<&board::row>, 5));
#endif
}
