// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this composite type is called like a type of PostgreSQL's own
// expect: point
#include "../models.hpp"

struct point {
    double x{};
    double y{};
#ifndef PGMODEL_BAD
    static constexpr auto composite() { return pg::composite("place"); }
#endif
};
struct thing {
    std::int64_t id{};
    point at{};
};

inline constexpr pg::registry<thing> all{};
