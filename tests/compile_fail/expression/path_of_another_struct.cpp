// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a field in this path is of another struct than the field before it holds
// expect: &spot::x
#include "../models.hpp"

struct spot {
    double x{};
};
struct place {
    double x{};
};
struct thing {
    std::int64_t id{};
    std::optional<place> at{};
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&thing::at, &spot::x> == 1.0);
#else
    (void)(col<&thing::at, &place::x> == 1.0);
#endif
}
