// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a model must be a struct
// expect: long
#include "../models.hpp"

#ifdef PGMODEL_BAD
using thing = std::int64_t;
#else
struct thing {
    std::int64_t id{};
};
#endif

inline constexpr pg::registry<thing> all{};
