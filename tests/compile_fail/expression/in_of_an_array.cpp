// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL has no list of arrays, so an array is not in() one; join comparisons: x == a || x == b
// expect: note::words
#include "../models.hpp"

struct note {
    std::int64_t id{};
    std::vector<std::string> words{};
};

void use([[maybe_unused]] pg::connection& db) {
    const std::vector<std::string> one{"a"}, other{"b", "c"};
#ifdef PGMODEL_BAD
    (void)col<&note::words>.in({one, other});
#else
    (void)(col<&note::words> == one || col<&note::words> == other);
#endif
}
