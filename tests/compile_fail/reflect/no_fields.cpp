// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this struct has no fields
// expect: thing
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {};
#else
struct thing {
    std::int64_t id{};
};
#endif

inline constexpr pg::registry<thing> all{};
