// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a quotient of numerics can have any number of decimals
#include "../models.hpp"

#include <pgmodel/types/long_numeric.hpp>

inline const pg::numeric<> total{"10"};

#ifdef PGMODEL_BAD
inline const auto each = total / 3;
#else
inline const auto each = divide(total, pg::numeric<>{"3"}, 2, pg::half_even);
#endif
