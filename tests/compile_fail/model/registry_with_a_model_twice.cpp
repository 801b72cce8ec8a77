// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this registry has a model twice, or two models of one table
#include "../models.hpp"

#ifdef PGMODEL_BAD
inline constexpr pg::registry<team, person, team> all{};
#else
inline constexpr pg::registry<team, person> all{};
#endif
