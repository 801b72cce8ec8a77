// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: and base classes that are private
// expect: thing
#include "../models.hpp"

struct stamps {
    std::int64_t version{};
};

#ifdef PGMODEL_BAD
struct thing : private stamps {
    std::int64_t id{};
};
#else
struct thing {
    std::int64_t id{};
};
#endif

inline constexpr pg::registry<thing> all{};
