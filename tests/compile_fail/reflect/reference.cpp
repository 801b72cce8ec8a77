// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this struct has a field that is a reference
// expect: thing
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    std::string& name;
};
#else
struct thing {
    std::int64_t id{};
    std::string name{};
};
#endif

inline constexpr pg::registry<thing> all{};
