// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this struct has a C array
// expect: thing
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    char name[20]{};
};
#else
struct thing {
    std::int64_t id{};
    std::string name{};
};
#endif

inline constexpr pg::registry<thing> all{};
