// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the name of a composite type or attribute is empty or longer than PostgreSQL's 63 bytes
// expect: place
#include "../models.hpp"

struct place {
    double x{};
#ifdef PGMODEL_BAD
    static constexpr auto composite() { return pg::composite(""); }
#else
    static constexpr auto composite() { return pg::composite("p"); }
#endif
};
struct thing {
    std::int64_t id{};
    place at{};
};

inline constexpr pg::registry<thing> all{};
