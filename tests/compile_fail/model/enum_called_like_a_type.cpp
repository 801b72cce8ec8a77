// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this enum is called like a type of PostgreSQL's own
#include "../models.hpp"

#ifdef PGMODEL_BAD
enum class path { north, south };
struct walk {
    std::int32_t id{};
    path         way{};
};
inline constexpr pg::registry<walk> all{};
#else
enum class way { north, south };
struct walk {
    std::int32_t id{};
    way          to{};
};
inline constexpr pg::registry<walk> all{};
#endif
