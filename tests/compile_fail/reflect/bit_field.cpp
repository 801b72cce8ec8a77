// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this struct has a bit-field
// expect: thing
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    int small : 3 = 0;
};
#else
struct thing {
    std::int64_t id{};
    std::int16_t small{};
};
#endif

inline constexpr pg::registry<thing> all{};
