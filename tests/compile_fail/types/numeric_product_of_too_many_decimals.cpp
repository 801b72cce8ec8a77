// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the product has more than 38 decimals; round a factor first, or use numeric<>
#include "../models.hpp"

pg::numeric<30, 20> rate{};
#ifdef PGMODEL_BAD
auto square = rate * rate;
#else
auto square = rate.round<19>(pg::half_even) * rate.round<19>(pg::half_even);
#endif
