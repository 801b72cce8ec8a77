// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a numeric has at most 38 decimals
#include "../models.hpp"

pg::numeric<30, 20> rate{};
#ifdef PGMODEL_BAD
auto third = divide<39>(rate, pg::numeric<1>{3}, pg::half_even);
#else
auto third = divide<10>(rate, pg::numeric<1>{3}, pg::half_even);
#endif
