// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this struct has a field that is a reference or has no default value
// expect: thing
#include "../models.hpp"

struct no_default {
    explicit no_default(int) {}
};

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    no_default name;
};
#else
struct thing {
    std::int64_t id{};
    std::string name{};
};
#endif

inline constexpr pg::registry<thing> all{};
