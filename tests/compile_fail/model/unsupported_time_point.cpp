// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a time_point of <chrono> has no PostgreSQL type; use pgmodel::timestamptz
// expect: thing
// expect: other
#include "../models.hpp"

#include <chrono>

struct thing {
    std::int64_t id{};
#ifdef PGMODEL_BAD
    std::chrono::system_clock::time_point other{};
#else
    pg::timestamptz other{};
#endif
};

inline constexpr pg::registry<thing> all{};
