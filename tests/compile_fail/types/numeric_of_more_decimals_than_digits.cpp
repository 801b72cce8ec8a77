// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: numeric<P, S> needs 1 <= P <= 38 and S <= P; use numeric<> for others
#include "../models.hpp"

#ifdef PGMODEL_BAD
pg::numeric<2, 4> rate{};
#else
pg::numeric<4, 4> rate{};
#endif
