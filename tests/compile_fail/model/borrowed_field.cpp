// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a field must own its value; use std::string for a text
// expect: other
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int32_t id{};
    std::string_view other{};
};
#else
struct thing {
    std::int32_t id{};
    std::string other{};
};
#endif

inline constexpr pg::registry<thing> all{};
