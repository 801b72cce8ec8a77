// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: numeric<P, S> needs 1 <= P <= 38 and S <= P
// expect: numeric<39, 2>
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    pg::numeric<39, 2> price{};
};
#else
struct thing {
    std::int64_t id{};
    pg::numeric<38, 2> price{};
};
#endif

inline constexpr pg::registry<thing> all{};
