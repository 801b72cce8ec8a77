// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL has no unsigned 64-bit integer
// expect: thing
// expect: hits
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    std::optional<std::vector<std::uint64_t>> hits{};
};
#else
struct thing {
    std::int64_t id{};
    std::optional<std::vector<std::int64_t>> hits{};
};
#endif

inline constexpr pg::registry<thing> all{};
