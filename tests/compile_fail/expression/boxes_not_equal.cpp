// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL cannot compare values of this type in this way
#include "../models.hpp"

#include <pgmodel/types/geometry.hpp>

struct plan {
    std::int64_t id{};
    pg::box area{};
};

#ifdef PGMODEL_BAD
const auto condition = col<&plan::area> != pg::box{};
#else
const auto condition = !(col<&plan::area> == pg::box{});
#endif
