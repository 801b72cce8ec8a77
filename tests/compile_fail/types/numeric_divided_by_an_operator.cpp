// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a quotient of numerics can have any number of decimals; say how many, and how it is rounded
#include <pgmodel.hpp>

namespace pg = pgmodel;

pg::numeric<12, 2> price{"10.00"};
#ifdef PGMODEL_BAD
auto half = price / 2;
#else
auto half = divide<2>(price, 2, pg::half_even);
#endif
