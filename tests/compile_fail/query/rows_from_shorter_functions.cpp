// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column of the function can be NULL; make the field a std::optional
#include "../models.hpp"

#include <pgmodel/expression/array.hpp>
#include <pgmodel/query/set_returning.hpp>

struct number { std::int64_t n{}; };
struct pair {
    std::optional<std::string> text{};
    std::optional<std::int64_t> n{};
};
struct whole_pair {
    std::string text{};
    std::optional<std::int64_t> n{};
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::rows_from<whole_pair>(pg::unnest(col<&person::tags>), pg::generate_series<number>(1, 9));
#else
    (void)pg::rows_from<pair>(pg::unnest(col<&person::tags>), pg::generate_series<number>(1, 9));
#endif
}
