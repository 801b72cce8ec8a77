// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this struct is not an aggregate
// expect: thing
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    virtual void speak() {}
};
#else
struct thing {
    std::int64_t id{};
    void speak() {}
};
#endif

inline constexpr pg::registry<thing> all{};
