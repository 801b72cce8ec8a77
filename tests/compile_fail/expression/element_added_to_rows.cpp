// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: there is no such operator for these types
#include "../models.hpp"

#include <pgmodel/expression/array.hpp>

struct board {
    std::int64_t id{};
    std::vector<std::int32_t> row{};
    std::vector<std::vector<std::int32_t>> cells{};
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(5 + col<&board::cells>);
#else
    (void)(5 + col<&board::row>);
#endif
}
