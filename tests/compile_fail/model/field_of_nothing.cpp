// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: pgmodel::nothing is what functions give that return void, and no column can hold it; take the field away
// expect: thing
#include "../models.hpp"

#include <pgmodel/types/nothing.hpp>

struct thing {
    std::int64_t id{};
#ifdef PGMODEL_BAD
    pg::nothing other{};
#else
    std::string other{};
#endif
};

inline constexpr pg::registry<thing> all{};
