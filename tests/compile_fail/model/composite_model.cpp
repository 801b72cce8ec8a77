// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a field holds a struct that is a model with a table of its own
// expect: team
#include "../models.hpp"

struct player {
    std::int64_t id{};
#ifdef PGMODEL_BAD
    team         plays_for{};
#else
    std::int64_t plays_for{};
#endif
};

inline constexpr pg::registry<team, player> all{};
