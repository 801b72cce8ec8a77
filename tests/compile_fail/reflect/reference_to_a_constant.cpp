// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this struct has a field that is a reference
// expect: thing
#include "../models.hpp"

inline std::string none{};

struct thing {
    std::int64_t id{};
#ifdef PGMODEL_BAD
    const std::string& name = none;
#else
    std::string name = none;
#endif
};

inline constexpr pg::registry<thing> all{};
