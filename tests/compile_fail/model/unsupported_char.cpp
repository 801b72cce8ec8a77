// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a char has no PostgreSQL type; use std::string, or pgmodel::varchar<1>
// expect: thing
// expect: other
#include "../models.hpp"

struct thing {
    std::int64_t id{};
#ifdef PGMODEL_BAD
    char other{};
#else
    std::string other{};
#endif
};

inline constexpr pg::registry<thing> all{};
