// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: there is no such operator for these types
#include "../models.hpp"

struct board {
    std::int64_t id{};
    std::vector<std::int32_t> row{};
    std::vector<std::vector<std::int32_t>> cells{};
    std::vector<std::vector<std::vector<std::int32_t>>> cube{};
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&board::cube> + col<&board::row>);
#else
    (void)(col<&board::cube> + col<&board::cells>);
#endif
}
