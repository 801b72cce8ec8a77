// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a plain enum has no PostgreSQL type; make it an enum class, or describe it by pgmodel::enum_of
// expect: thing
// expect: other
#include "../models.hpp"

enum shade { light, dark };

struct thing {
    std::int64_t id{};
#ifdef PGMODEL_BAD
    shade other{};
#else
    color other{};
#endif
};

inline constexpr pg::registry<thing> all{};
