// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a const field cannot be given what the database returns
// expect: other
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int32_t id{};
    const std::int32_t other{};
};
#else
struct thing {
    std::int32_t id{};
    std::int32_t other{};
};
#endif

inline constexpr pg::registry<thing> all{};
