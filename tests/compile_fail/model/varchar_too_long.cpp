// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: varchar<N> holds at most 10485760 characters
// expect: 10485761
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    pg::varchar<10485761> name{};
};
#else
struct thing {
    std::int64_t id{};
    pg::varchar<10485760> name{};
};
#endif

inline constexpr pg::registry<thing> all{};
