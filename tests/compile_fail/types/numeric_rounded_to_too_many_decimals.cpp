// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a numeric has at most 38 decimals
#include "../models.hpp"

pg::numeric<30, 20> rate{};
#ifdef PGMODEL_BAD
auto fine = rate.round<39>(pg::half_even);
#else
auto fine = rate.round<28>(pg::half_even);
#endif
